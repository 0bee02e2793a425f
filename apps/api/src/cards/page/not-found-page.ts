import type { Locale } from '@num-ecard/contracts/locale';
import { renderDocument } from './document.js';
import { markup } from './markup.js';
import { pageTexts } from './texts.js';

/** The page for an address that no card has, as a complete HTML document; to be sent with status 404. */
export function renderNotFoundPage({ locale }: { locale: Locale }): string {
  const texts = pageTexts(locale);
  return renderDocument({
    locale,
    title: texts.notFoundTitle,
    body: markup`<main class="sheet lost">
<p class="big" aria-hidden="true">404</p>
<h1>${texts.notFoundTitle}</h1>
<p>${texts.notFoundText}</p>
<p class="hint">${texts.notFoundHint}</p>
<footer><span>NUM-ECARD</span></footer>
</main>`,
  });
}
