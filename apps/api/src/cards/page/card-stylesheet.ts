import { asset } from './asset.js';
import { BASE_STYLES } from './styles-base.js';
import { CARD_STYLES } from './styles-card.js';
import { SHEET_STYLES } from './styles-sheet.js';

/** The one style sheet of all public pages. */
export const cardStylesheet = asset(
  '/card.css',
  'text/css; charset=utf-8',
  (BASE_STYLES + CARD_STYLES + SHEET_STYLES).trimStart(),
);
