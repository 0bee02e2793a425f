/** What the form's pages load besides the card's own. */
import { asset } from '../../cards/page/asset.js';
import { markup, type Markup } from '../../cards/page/markup.js';
import { RECOMMEND_STYLES } from './recommend-styles.js';

export const recommendStylesheet = asset(
  '/recommend.css',
  'text/css; charset=utf-8',
  RECOMMEND_STYLES.trimStart(),
);

export function recommendStyles(): Markup {
  return markup`<link rel="stylesheet" href="${recommendStylesheet.url}">`;
}
