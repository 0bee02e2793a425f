/** `GET /c/:slug/privacy`: what is measured, and the visitor's choice. Never measured itself. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { CardPart } from './card-part.js';
import { cardPaths, type CardView } from './card-view.js';
import { renderDocument } from './document.js';
import { link } from './href.js';
import { markup, type Markup } from './markup.js';
import { icon } from './icons.js';
import { pageTexts, type PageTexts } from './texts.js';

function list(items: readonly string[]): Markup {
  return markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

type Measurement = 'on' | 'opted-out' | 'signal';

function choice(card: CardView, state: Measurement, texts: PageTexts['privacy']): Markup {
  const now = { on: texts.measuredNow, 'opted-out': texts.optedOutNow, signal: texts.signalNow }[state];
  const [value, label] = state === 'on' ? ['out', texts.optOut] : ['in', texts.optIn];
  return markup`<form class="choose" method="post" action="${cardPaths(card).privacy}">
<h2>${texts.choice}</h2>
<p><strong>${now}</strong></p>
${
  state !== 'signal' &&
  markup`<button class="save" type="submit" name="choice" value="${value}" data-track="privacy">${label}</button>
<p class="hint">${texts.choiceKept}</p>`
}
</form>`;
}

/**
 * A complete HTML document. Its form posts `choice=out` or `choice=in`, form-encoded, to the page's own
 * address; `done` is the choice just made, to be confirmed. `signal` is true for a browser that sends Do Not
 * Track or Global Privacy Control, which leaves nothing to choose.
 */
export function renderPrivacyPage(
  card: CardView,
  options: {
    locale: Locale;
    optedOut: boolean;
    signal?: boolean;
    done?: 'out' | 'in' | undefined;
    parts?: readonly CardPart[];
  },
): string {
  const { locale, optedOut, signal, done, parts = [] } = options;
  const { cardOf, backToCard, measurement, privacy: texts } = pageTexts(locale);
  const { name, company, email, color } = card.profile;
  const owner = company && company !== name ? `${name} (${company})` : name;
  return renderDocument({
    locale,
    title: `${measurement} – ${name}`,
    color,
    body: markup`<main class="sheet">
${link('card', cardPaths(card).card, { class: 'back' }, [icon('back'), backToCard])}
<h1>${measurement}</h1>
<p class="hint">${cardOf(name)}</p>
${done && markup`<p class="done" role="status">${done === 'out' ? texts.doneOut : texts.doneIn}</p>`}
<p>${texts.intro}</p>
${choice(card, signal ? 'signal' : optedOut ? 'opted-out' : 'on', texts)}
<h2>${texts.who}</h2><p>${texts.whoText(owner)}</p>
<h2>${texts.what}</h2>${list(texts.whatItems)}
<h2>${texts.never}</h2>${list(texts.neverItems)}
<h2>${texts.why}</h2><p>${texts.whyText}</p>
<h2>${texts.howLong}</h2><p>${texts.howLongText}</p>
<h2>${texts.rights}</h2><p>${texts.rightsText(email ?? null)}</p>${parts.map(({ information }) => information)}
<p class="hint" lang="en">This product includes GeoLite Data created by MaxMind, available from ${link('privacy', 'https://www.maxmind.com', { class: 'text' }, 'https://www.maxmind.com')}</p>
</main>`,
  });
}
