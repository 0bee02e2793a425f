import type { Locale } from '@num-ecard/contracts/locale';
import type { CardView } from '../../cards/page/card-view.js';
import { markup, type Markup } from '../../cards/page/markup.js';
import { pageTexts } from '../../cards/page/texts.js';

/** What ends every page of a card's referrals; of a demonstration it says so. */
export function pageFooter({ demo }: CardView, locale: Locale): Markup {
  return markup`<footer><span>NUM-ECARD</span>${demo && markup` · ${pageTexts(locale).demoCard}`}</footer>`;
}
