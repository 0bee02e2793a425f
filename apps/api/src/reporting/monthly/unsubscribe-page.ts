/** `/unsubscribe/:token`: switches the monthly e-mail off, for whoever has the e-mail. It names nobody. */
import type { Locale } from '@num-ecard/contracts/locale';
import { renderDocument } from '../../cards/page/document.js';
import { markup } from '../../cards/page/markup.js';
import { monthlyTexts } from './monthly-texts.js';

export interface UnsubscribePageOptions {
  readonly locale: Locale;
  /** The page's own path, to which its button posts. */
  readonly path: string;
  readonly isOff: boolean;
}

/** A complete HTML document; opening it changes nothing, for programs that look after links open them too. */
export function renderUnsubscribePage({ locale, path, isOff }: UnsubscribePageOptions): string {
  const { page: texts } = monthlyTexts(locale);
  const again = markup`<p>${texts.again}</p>
<p><a class="text" href="/settings">${texts.settings}</a></p>`;
  return renderDocument({
    locale,
    title: texts.title,
    body: markup`<main class="sheet">
${
  isOff
    ? markup`<h1>${texts.title}</h1>
<p class="done" role="status">${texts.done}</p>
${again}`
    : markup`<h1>${texts.ask}</h1>
<p>${texts.hint}</p>
<form class="choose" method="post" action="${path}"><button class="save" type="submit">${texts.button}</button></form>`
}
</main>
<footer><span>NUM-ECARD</span></footer>`,
  });
}

/** For a token of nobody; to be sent with status 404. */
export function renderUnknownReportPage(locale: Locale): string {
  const { page: texts } = monthlyTexts(locale);
  return renderDocument({
    locale,
    title: texts.unknownTitle,
    body: markup`<main class="sheet lost">
<p class="big" aria-hidden="true">404</p>
<h1>${texts.unknownTitle}</h1>
<p>${texts.unknown}</p>
<p><a class="text" href="/settings">${texts.settings}</a></p>
<footer><span>NUM-ECARD</span></footer>
</main>`,
  });
}
