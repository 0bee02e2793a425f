import { monthText, rangeText, startingUpper } from '@num-ecard/contracts/calendar';
import type { Locale } from '@num-ecard/contracts/locale';
import { type DayRange, wholeMonths } from '@num-ecard/contracts/period-calendar';
import { pdfTexts } from './pdf-texts.js';

/** `octobre 2026`, `année 2026`, else both days: `5–18 octobre 2026`. */
export function periodInWords(range: DayRange, locale: Locale): string {
  const months = wholeMonths(range);
  if (months === 1) return monthText(range.from.slice(0, 7), locale);
  if (months === 12 && range.from.endsWith('-01-01')) return pdfTexts(locale).year(range.from.slice(0, 4));
  return rangeText(range, locale);
}

/** The same where it stands alone: `Octobre 2026`. */
export function periodAlone(range: DayRange, locale: Locale): string {
  return startingUpper(periodInWords(range, locale));
}
