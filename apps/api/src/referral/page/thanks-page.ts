/** What a submission without JavaScript is answered with. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import { cardPaths, type CardView } from '../../cards/page/card-view.js';
import { renderDocument } from '../../cards/page/document.js';
import { link } from '../../cards/page/href.js';
import { icon } from '../../cards/page/icons.js';
import { markup } from '../../cards/page/markup.js';
import { FORM_TEXTS } from './form-texts.js';
import { calledName, holderName, shownName } from './people.js';
import { recommendStyles } from './recommend-assets.js';
import { relayMessage, THANKS_TEXTS } from './relay.js';
import { relayLinks } from './relay-part.js';

/** A complete HTML document; to be sent with `contentSecurityPolicy(card.profile.color)` and never kept by a cache. */
export function renderThanksPage(
  card: CardView,
  options: {
    locale: Locale;
    receipt: Pick<RecommendationReceipt, 'reference' | 'consentUrl' | 'statusUrl'>;
    /** As typed, or of the personal link. */
    ambassador: string | null;
    prospect: { name: string; phone?: string | undefined; email?: string | undefined };
    /** The token of the personal link, for the next recommendation. */
    via?: string | undefined;
  },
): string {
  const { locale, receipt, ambassador, prospect, via } = options;
  const texts = THANKS_TEXTS[locale];
  const called = calledName(prospect.name);
  const relay = {
    prospect: prospect.name,
    ambassador,
    holder: holderName(card.profile),
    consentUrl: receipt.consentUrl,
  };
  const again = `${cardPaths(card).card}${via === undefined ? '' : `?a=${encodeURIComponent(via)}`}#recommander`;
  return renderDocument({
    locale,
    title: texts.thanks(null),
    color: card.profile.color,
    head: recommendStyles(),
    body: markup`<main class="sheet rec open">
${link('card', cardPaths(card).card, { class: 'back' }, [icon('back'), FORM_TEXTS[locale].back])}
<h1>${texts.thanks(ambassador === null ? null : calledName(ambassador))}</h1>
<p>${texts.arrived(shownName(prospect.name), relay.holder)}</p>
<p class="hint">${texts.reference(receipt.reference)}</p>
<h2>${texts.consent(called)}</h2>
<p>${texts.consentWhy(called)}</p>
<p class="message">${relayMessage(relay, locale)}</p>
${relayLinks(relay, locale, prospect)}
<p class="after">${link('referral', again, { class: 'text' }, texts.another)}<a class="text" href="${receipt.statusUrl}">${texts.follow}</a></p>
</main>`,
  });
}
