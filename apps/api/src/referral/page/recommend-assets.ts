/** What the form's pages load besides the card's own. */
import { readFileSync } from 'node:fs';
import { asset } from '../../cards/page/asset.js';
import { markup, type Markup } from '../../cards/page/markup.js';
import { RECOMMEND_STYLES } from './recommend-styles.js';

const JAVASCRIPT = 'text/javascript; charset=utf-8';

export const recommendStylesheet = asset(
  '/recommend.css',
  'text/css; charset=utf-8',
  RECOMMEND_STYLES.trimStart(),
);

/** Built by Vite from `apps/api/browser`: it reads telephone numbers, which takes a library. */
export const recommendForm = asset(
  '/recommend-form.js',
  JAVASCRIPT,
  readFileSync(new URL('../../../browser/dist/recommend-form.js', import.meta.url), 'utf8'),
);

// Most visitors of a card never open the form: its script is brought when they do. Where it cannot be, the form works without.
export const recommendLoader = asset(
  '/recommend.js',
  JAVASCRIPT,
  `'use strict';
(function () {
  var address = document.currentScript.dataset.form;
  var brought = false;
  function bring() {
    // Not ":target": of an address that is opened with it, that is not said yet.
    if (brought || (location.hash !== '#recommander' && !document.querySelector('.rec.open'))) return;
    brought = true;
    import(address).catch(function () { brought = false; });
  }
  addEventListener('hashchange', bring);
  bring();
})();
`,
);

export function recommendStyles(): Markup {
  return markup`<link rel="stylesheet" href="${recommendStylesheet.url}">`;
}

export function recommendScripts(): Markup {
  return markup`<script defer src="${recommendLoader.url}" data-form="${recommendForm.url}"></script>`;
}
