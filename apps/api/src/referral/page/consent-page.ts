/** `GET /r/:token`: the prospect's own page. It measures nothing, and opening it records nothing. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { ConsentChoice } from '@num-ecard/contracts/referral-form';
import type { CardView } from '../../cards/page/card-view.js';
import { renderDocument } from '../../cards/page/document.js';
import { markup, type Fragment, type Markup } from '../../cards/page/markup.js';
import { UNCONSENTED_DAYS } from '../rules/retention.js';
import { CONSENT_TEXTS, type ConsentTexts } from './consent-texts.js';
import { CONSENT_VERSION, consentWording, type ConsentWording } from './consent-wording.js';
import { longDate } from './long-date.js';
import { holderName, shownName } from './people.js';
import { pageFooter } from './page-footer.js';
import { recommendStyles } from './recommend-assets.js';

export type ConsentState = 'asked' | 'yes' | 'no' | 'erased' | 'objected';

export interface ConsentPageOptions {
  readonly locale: Locale;
  /** The page's own path, to which its buttons post. */
  readonly path: string;
  readonly state: ConsentState;
  /** As typed on the form; null once erased. */
  readonly ambassador: string | null;
  /** Asked for by `?confirm=erase` or `?confirm=object`: what would be done, and whether it shall. */
  readonly confirm?: 'erase' | 'object' | undefined;
  readonly answeredAt?: Date | null | undefined;
  readonly timezone?: string | undefined;
  readonly daysKept?: number | undefined;
}

function button(choice: ConsentChoice, look: 'save' | 'no', label: string): Markup {
  return markup`<button class="${look}" type="submit" name="choice" value="${choice}">${label}</button>`;
}

function answers(path: string, buttons: Fragment): Markup {
  return markup`<form class="answer" method="post" action="${path}">${buttons}</form>`;
}

function about(wording: ConsentWording, contact: string | null): Fragment {
  return wording.about(contact).map(([heading, text]) => markup`<h2>${heading}</h2><p>${text}</p>`);
}

/** The two that cannot be undone: a page asks again, without JavaScript too. */
function furtherRights(path: string, holder: string, texts: ConsentTexts): Markup {
  return markup`<section class="quiet"><h2>${texts.moreRights}</h2>
<p>${texts.eraseText(holder)}<br><a class="text" href="${path}?confirm=erase">${texts.erase}</a></p>
<p>${texts.objectText(holder)}<br><a class="text" href="${path}?confirm=object">${texts.object}</a></p>
</section>`;
}

function confirmation(
  { path }: ConsentPageOptions,
  choice: 'erase' | 'object',
  holder: string,
  texts: ConsentTexts,
): Markup {
  const [title, text, label] =
    choice === 'erase'
      ? [texts.confirmErase, texts.eraseText(holder), texts.erase]
      : [texts.confirmObject, texts.objectText(holder), texts.object];
  return markup`<h1>${title}</h1>
<p>${text}</p>
${answers(path, button(choice, 'save', label))}
<p class="after"><a class="text" href="${path}">${texts.keep}</a></p>`;
}

function ended(title: string, text: string): Markup {
  return markup`<h1>${title}</h1><p class="done" role="status">${text}</p>`;
}

function open(card: CardView, options: ConsentPageOptions, holder: string, texts: ConsentTexts): Markup {
  const { locale, path, state, daysKept = UNCONSENTED_DAYS, answeredAt, timezone } = options;
  const ambassador = options.ambassador === null ? null : shownName(options.ambassador);
  const wording = consentWording(CONSENT_VERSION, locale, { ambassador, holder, days: daysKept })!;
  const when = answeredAt ? texts.answered(longDate(answeredAt, locale, timezone)) : null;
  const said =
    state === 'yes'
      ? markup`<p class="done" role="status">${texts.saidYes(holder)}</p><p class="hint">${when} ${texts.takeBackText(holder)}</p>${answers(path, button('no', 'no', texts.takeBack))}`
      : state === 'no' &&
        markup`<p class="done" role="status">${texts.saidNo(holder)}</p><p class="hint">${when} ${texts.changeMind}</p>
<p>${wording.question}</p>${answers(path, button('yes', 'no', wording.yes))}`;
  const asked =
    state === 'asked' &&
    markup`<p><strong>${wording.question}</strong></p>
${answers(path, [button('yes', 'save', wording.yes), button('no', 'no', wording.no)])}`;
  return markup`<h1>${wording.title}</h1>
${said}
<p>${wording.intro}</p>
${asked}
<p class="hint">${wording.meaning}</p>
${about(wording, card.profile.email ?? null)}
${furtherRights(path, holder, texts)}`;
}

/**
 * A complete HTML document. It names neither the prospect nor how to reach them. To be sent with `contentSecurityPolicy(color)` and
 * `cache-control: no-store`.
 */
export function renderConsentPage(card: CardView, options: ConsentPageOptions): string {
  const { locale, state, confirm } = options;
  const texts = CONSENT_TEXTS[locale];
  const holder = shownName(holderName(card.profile));
  const content =
    state === 'erased'
      ? ended(texts.erasedTitle, texts.erasedText(holder))
      : state === 'objected'
        ? ended(texts.objectedTitle, texts.objectedText(holder))
        : confirm === undefined
          ? open(card, options, holder, texts)
          : confirmation(options, confirm, holder, texts);
  return renderDocument({
    locale,
    title: holder,
    color: card.profile.color,
    head: recommendStyles(),
    body: markup`<main class="sheet rec open">
${content}
</main>
${pageFooter(card, locale)}`,
  });
}

/** For a token that opens nothing, the prospect's or the ambassador's; to be sent with status 404. */
export function renderUnknownLinkPage({ locale }: { locale: Locale }): string {
  const texts = CONSENT_TEXTS[locale];
  return renderDocument({
    locale,
    title: texts.unknownTitle,
    body: markup`<main class="sheet lost">
<p class="big" aria-hidden="true">404</p>
<h1>${texts.unknownTitle}</h1>
<p>${texts.unknownText}</p>
<p class="hint">${texts.unknownHint}</p>
<footer><span>NUM-ECARD</span></footer>
</main>`,
  });
}
