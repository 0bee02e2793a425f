/** How the monthly e-mail writes days, months and changes. */
import type { Locale } from '@num-ecard/contracts/locale';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import type { DayRange } from '@num-ecard/contracts/period-calendar';

const TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };
/** Below, a percentage of so few would say more than is known. */
const PERCENT_FROM = 20;
/** What would be told as 0 % is told as a number. */
const TOLD_FROM = 0.005;

/** `octobre`, `October`. @param month `YYYY-MM` */
export function monthWord(month: string, locale: Locale): string {
  return dateWord(`${month}-01`, locale, { month: 'long' });
}

/** `en octobre`, `in October`; of a month whose first days are gone `du 2 au 31 octobre`, `from 2 to 31 October`. */
export function periodWord({ from, to }: DayRange, locale: Locale): string {
  const isFrench = locale === 'fr';
  if (from.endsWith('-01')) return `${isFrench ? 'en' : 'in'} ${monthWord(from.slice(0, 7), locale)}`;
  const last = dayOfMonthWord(to, locale);
  if (from === to) return `${isFrench ? 'le' : 'on'} ${last}`;
  const first = Number(from.slice(-2));
  return isFrench ? `du ${first} au ${last}` : `from ${first} to ${last}`;
}

/** `2 octobre`, `2 October` */
export function dayOfMonthWord(day: string, locale: Locale): string {
  return dateWord(day, locale, { day: 'numeric', month: 'long' });
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
  const isShare = before >= PERCENT_FROM && change >= TOLD_FROM;
  const much = isShare ? shareText(change, locale) : countText(Math.abs(more), locale);
  if (locale === 'fr') return `${much} de ${more > 0 ? 'plus' : 'moins'} qu’en ${name}`;
  const less = isShare ? 'less' : 'fewer';
  return `${much} ${more > 0 ? 'more' : less} than in ${name}`;
}

function dateWord(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
