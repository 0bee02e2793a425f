/** `GET /a/:token`: what an ambassador recommended and, in general words, how it goes. Without an account, and measuring nothing. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { cardPaths, type CardView } from '../../cards/page/card-view.js';
import { renderDocument } from '../../cards/page/document.js';
import { link } from '../../cards/page/href.js';
import { markup, type Markup } from '../../cards/page/markup.js';
import { AMBASSADOR_TEXTS, type AmbassadorTexts } from './ambassador-texts.js';
import { initials, splitName } from '../../cards/page/person-name.js';
import { longDate } from './long-date.js';
import { calledName, holderName, shownName } from './people.js';
import { pageFooter } from './page-footer.js';
import { recommendStyles } from './recommend-assets.js';
import { relayLinks } from './relay-part.js';

export interface OwnRecommendation {
  /** Null once erased. */
  readonly prospect: string | null;
  readonly receivedAt: Date;
  readonly status: Status;
  /** The prospect's page, as long as they have not answered; else null. */
  readonly consentUrl: string | null;
}

export interface AmbassadorPageOptions {
  readonly locale: Locale;
  /** The page's own path, to which its button posts. */
  readonly path: string;
  /** Null once erased. */
  readonly ambassador: string | null;
  /** Latest first: one of theirs, or all. */
  readonly recommendations: readonly OwnRecommendation[];
  /** On the page of all of theirs: by it they need not type who they are. */
  readonly personal?: { readonly url: string; readonly qrSvg: string } | undefined;
  /** Asked for by `?confirm=erase`. */
  readonly confirm?: 'erase' | undefined;
  readonly erased: boolean;
  /** Whether they may be erased from this page. */
  readonly erasable: boolean;
  readonly timezone: string;
}

/** "Sophie D.": enough for whoever recommended them, too little for anybody else. */
function shortName(name: string): string {
  const { prefix, given, family } = splitName(shownName(name));
  const first = given.split(' ')[0]!;
  if (family !== '') return `${first} ${initials(family.split(' ').at(-1)!)}.`;
  return prefix === '' ? first : `${prefix} ${initials(first)}.`;
}

function line(item: OwnRecommendation, card: CardView, options: AmbassadorPageOptions): Markup {
  const { locale, ambassador, timezone } = options;
  const texts = AMBASSADOR_TEXTS[locale];
  const { prospect, receivedAt, status, consentUrl } = item;
  const date = longDate(receivedAt, locale, timezone);
  const relay = consentUrl !== null && { prospect, ambassador, holder: holderName(card.profile), consentUrl };
  return markup`<li><div class="line"><b>${prospect === null ? texts.unnamed : shortName(prospect)}</b><span class="state">${texts.progress[status]}</span></div>
<small class="hint">${texts.sentOn(date)}</small>
${relay && markup`<p class="hint">${texts.remind}</p>${relayLinks(relay, locale)}`}</li>`;
}

function personal({ personal: own }: AmbassadorPageOptions, texts: AmbassadorTexts): Markup | null {
  if (own === undefined) return null;
  const code = `data:image/svg+xml,${encodeURIComponent(own.qrSvg)}`;
  return markup`<section class="quiet"><h2>${texts.personal}</h2><p>${texts.personalText}</p>
<img class="code" src="${code}" width="300" height="300" alt="${texts.qrAlt}">
<p><a class="text" href="${own.url}">${own.url.replace(/^https?:\/\//, '')}</a></p></section>`;
}

function opened(card: CardView, options: AmbassadorPageOptions, texts: AmbassadorTexts): Markup {
  const { ambassador, recommendations, path, erasable } = options;
  const holder = shownName(holderName(card.profile));
  const list = recommendations.map((item) => line(item, card, options));
  return markup`<h1>${texts.title(ambassador === null ? null : calledName(ambassador))}</h1>
<p>${texts.intro(holder)}</p>
${list.length > 0 ? markup`<ul class="sent">${list}</ul>` : markup`<p class="done">${texts.none}</p>`}
<p class="after">${link('referral', options.personal?.url ?? `${cardPaths(card).card}#recommander`, { class: 'text' }, texts.again)}</p>
${personal(options, texts)}
${
  erasable &&
  markup`<section class="quiet"><h2>${texts.erase}</h2>
<p>${texts.eraseText(holder)}<br><a class="text" href="${path}?confirm=erase">${texts.erase}</a></p></section>`
}`;
}

/** A complete HTML document; to be sent with `contentSecurityPolicy(color)` and `cache-control: no-store`. */
export function renderAmbassadorPage(card: CardView, options: AmbassadorPageOptions): string {
  const { locale, path, confirm, erased, erasable } = options;
  const texts = AMBASSADOR_TEXTS[locale];
  const holder = shownName(holderName(card.profile));
  const content = erased
    ? markup`<h1>${texts.erasedTitle}</h1><p class="done" role="status">${texts.erasedText(holder)}</p>`
    : erasable && confirm === 'erase'
      ? markup`<h1>${texts.confirmErase}</h1><p>${texts.eraseText(holder)}</p>
<form class="answer" method="post" action="${path}"><button class="save" type="submit" name="choice" value="erase">${texts.erase}</button></form>
<p class="after"><a class="text" href="${path}">${texts.keep}</a></p>`
      : opened(card, options, texts);
  return renderDocument({
    locale,
    title: `${texts.heading} – ${holder}`,
    color: card.profile.color,
    head: recommendStyles(),
    body: markup`<main class="sheet rec open">
${content}
</main>
${pageFooter(card, locale)}`,
  });
}
