/** How the monthly e-mail writes numbers, days and months. */
import type { Locale } from '@num-ecard/contracts/locale';

const TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };
/** Below, a percentage of so few would say more than is known. */
const PERCENT_FROM = 20;
/** What would be told as 0 % is told as a number. */
const TOLD_FROM = 0.005;

export function countWord(count: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale]).format(count);
}

/** `33 %` of 0.33 */
export function percentWord(fraction: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`; `—` of none: as the screens write it. */
export function durationWord(milliseconds: number | null, locale: Locale): string {
  if (milliseconds === null) return '—';
  const unit = (value: number, of: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit: of, unitDisplay: 'short' }).format(value);
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  const [whole, left] =
    minutes < 60
      ? [unit(minutes, 'minute'), seconds % 60 && unit(seconds % 60, 'second')]
      : [unit(Math.floor(minutes / 60), 'hour'), minutes % 60 && unit(minutes % 60, 'minute')];
  return left ? `${whole} ${left}` : whole;
}

/** `octobre`, `October`. @param month `YYYY-MM` */
export function monthWord(month: string, locale: Locale): string {
  return dateWord(`${month}-01`, locale, { month: 'long' });
}

/** `octobre 2026` */
export function monthYearWord(month: string, locale: Locale): string {
  return dateWord(`${month}-01`, locale, { month: 'long', year: 'numeric' });
}

/** `mardi 13 octobre`, `Tuesday 13 October` */
export function dayWord(day: string, locale: Locale): string {
  const said = dateWord(day, locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
  return locale === 'fr' ? said.replace(' 1 ', ' 1er ') : said;
}

/** `13 oct.`, `13 Oct`, for an axis. */
export function shortDayWord(day: string, locale: Locale): string {
  const said = dateWord(day, locale, { day: 'numeric', month: 'short' });
  return locale === 'fr' ? said.replace(/^1 /, '1er ') : said;
}

/** How a figure compares with the month before, in words; percentages only of figures that are worth one. */
export function changeWord(now: number, before: number, month: string, locale: Locale): string {
  const name = monthWord(month, locale);
  const more = now - before;
  if (more === 0) return locale === 'fr' ? `comme en ${name}` : `as in ${name}`;
  if (before === 0) return locale === 'fr' ? `0 en ${name}` : `0 in ${name}`;
  const change = Math.abs(more) / before;
  const much =
    before >= PERCENT_FROM && change >= TOLD_FROM
      ? percentWord(change, locale)
      : countWord(Math.abs(more), locale);
  if (locale === 'fr') return `${much} de ${more > 0 ? 'plus' : 'moins'} qu’en ${name}`;
  return `${much} ${more > 0 ? 'more' : 'less'} than in ${name}`;
}

function dateWord(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
