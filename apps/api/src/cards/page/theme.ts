/** A card's colours as a style element, and the header that allows it and nothing else. */
import { createHash } from 'node:crypto';
import { inkOn, shades } from './color.js';
import { trustedMarkup, type Markup } from './markup.js';

/** The colour of pages that belong to no card. */
export const HOUSE_COLOR = '#1f3a5f';

// The colour ends up in CSS and in a header: anything else than six digits is refused here as well.
const known = (color: string): string => (/^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : HOUSE_COLOR);

function themeRules(color: string): string {
  const accent = known(color);
  const rules = (scheme: 'light' | 'dark') => {
    const { tint, link, edge } = shades(accent, scheme);
    return `--tint:${tint};--link:${link};--edge:${edge}`;
  };
  return (
    `:root{--accent:${accent};--ink:${inkOn(accent)};${rules('light')}}` +
    `@media(prefers-color-scheme:dark){:root{${rules('dark')}}}`
  );
}

/** The style element; the page's policy must be `contentSecurityPolicy` of the same colour. */
export function themeStyle(color: string): Markup {
  // The hash covers every character between the tags, so nothing may be added there.
  return trustedMarkup(`<style>${themeRules(color)}</style>`);
}

/** For the browser's own bars. */
export function themeColor(color: string): string {
  return known(color);
}

/**
 * The Content-Security-Policy header of a public page. No inline script or style runs but the one style
 * element that carries the card's colour, allowed by its hash. `color` is the profile's; absent for pages
 * without a card. `more`: directives in place of the refusal to be framed.
 */
export function contentSecurityPolicy(
  color: string = HOUSE_COLOR,
  more: readonly string[] = ["frame-ancestors 'none'"],
): string {
  const hash = createHash('sha256').update(themeRules(color)).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...more,
  ].join('; ');
}
