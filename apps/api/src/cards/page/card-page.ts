/** `GET /c/:slug`: the card itself. */
import type { Locale } from '@num-ecard/contracts/locale';
import { actionBar, qrLink, quickActions } from './card-actions.js';
import { cardDetails } from './card-details.js';
import { cardIdentity, position } from './card-identity.js';
import { cardScript } from './card-script.js';
import type { CardPart } from './card-part.js';
import { cardAddress, cardPaths, type CardView } from './card-view.js';
import { renderDocument } from './document.js';
import { link } from './href.js';
import { markup, type Markup } from './markup.js';
import { pageTexts, type PageTexts } from './texts.js';

/** For link previews in messages and networks. */
function preview(card: CardView, locale: Locale, description: string): Markup {
  const { name } = card.profile;
  // A preview is made by another machine, which needs the whole address; it cannot use an embedded image.
  const image =
    card.photo && !card.photo.url.startsWith('data:') && new URL(card.photo.url, card.publicUrl).href;
  const role = position(card.profile);
  return markup`<meta property="og:type" content="profile">
<meta property="og:site_name" content="NUM-ECARD">
<meta property="og:locale" content="${locale === 'fr' ? 'fr_FR' : 'en_GB'}">
<meta property="og:title" content="${role ? `${name} – ${role}` : name}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${cardAddress(card)}">
${image && markup`<meta property="og:image" content="${image}">`}
<meta name="twitter:card" content="summary">`;
}

function footer(card: CardView, measured: boolean, texts: PageTexts): Markup {
  const about = measured ? texts.measurement : texts.notMeasured;
  return markup`<footer><span>NUM-ECARD</span> · ${link('privacy', cardPaths(card).privacy, { class: 'text' }, about)}</footer>`;
}

/**
 * The card as a complete HTML document. `measured` false: this visitor objected; the page carries no
 * tracker and says so. `preview`: the page as it would be, but it measures nothing, runs nothing and its links lead
 * nowhere in the sandboxed frame that it is for. `parts`: what other modules add. Send it with
 * `contentSecurityPolicy(card.profile.color)`.
 */
export function renderCardPage(
  card: CardView,
  options: { locale: Locale; measured: boolean; preview?: boolean; parts?: readonly CardPart[] },
): string {
  const { locale, measured, preview: isPreview = false, parts = [] } = options;
  const texts = pageTexts(locale);
  const { name, tagline, color } = card.profile;
  const description = tagline?.replace(/\s+/g, ' ') ?? texts.cardOf(name);
  const details = cardDetails(card, locale, texts);
  return renderDocument({
    locale,
    title: [name, position(card.profile)].filter(Boolean).join(' – '),
    listed: { description, canonical: cardAddress(card) },
    color,
    // In a frame that may open no windows, links that all want a new one do nothing.
    head: isPreview
      ? [markup`<base target="_blank">`, parts.map(({ styles }) => styles)]
      : [
          preview(card, locale, description),
          measured && markup`<script defer src="/t.js" data-card="${card.slug}"></script>`,
          markup`<script defer src="${cardScript.url}"></script>`,
          parts.map(({ styles, scripts }) => [styles, scripts]),
        ],
    body: markup`<main class="card${details && ' full'}">
<div class="cover">${qrLink(card, texts)}</div>
${cardIdentity(card, texts)}
${quickActions(card, texts)}${parts.map(({ action }) => action)}
${details}
${actionBar(card, texts)}
</main>
${footer(card, measured, texts)}${parts.map(({ section }) => section)}`,
  });
}
