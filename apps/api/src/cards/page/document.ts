/** The shell of every public page. */
import type { Locale } from '@num-ecard/contracts/locale';
import { cardStylesheet } from './card-stylesheet.js';
import { markup, type Fragment } from './markup.js';
import { HOUSE_COLOR, themeColor, themeStyle } from './theme.js';

export interface PublicDocument {
  locale: Locale;
  title: string;
  /** What a search engine may list; absent: the page asks not to be listed. */
  listed?: { description: string; canonical: string };
  /** The card's colour. The answer's policy must be `contentSecurityPolicy` of the same. */
  color?: string;
  /** More elements of the head: previews, scripts. */
  head?: Fragment;
  body: Fragment;
}

/** A complete HTML document; nothing in it needs JavaScript. */
export function renderDocument(page: PublicDocument): string {
  const color = page.color ?? HOUSE_COLOR;
  // A dot in the card's colour for the tab; naming an icon also spares the request for /favicon.ico.
  const dot = encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" fill="${themeColor(color)}"/></svg>`,
  );
  return markup`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${page.title}</title>
${
  page.listed
    ? markup`<meta name="description" content="${page.listed.description}">
<link rel="canonical" href="${page.listed.canonical}">`
    : markup`<meta name="robots" content="noindex">`
}
<meta name="referrer" content="strict-origin-when-cross-origin">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${themeColor(color)}">
<link rel="icon" href="data:image/svg+xml,${dot}">
<link rel="stylesheet" href="${cardStylesheet.url}">
${themeStyle(color)}
${page.head}
</head>
<body>
${page.body}
</body>
</html>
`.toString();
}
