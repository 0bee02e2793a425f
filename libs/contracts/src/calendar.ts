/** Days and times in an account's time zone, whatever the zone of the browser. */
import type { Interval } from './period.js';
import { addDays, type DayRange } from './period-calendar.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl formats are slow to make and the same few are asked for again and again. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

/** The English of the screens writes dates and times as Europe does: 12 Nov, 18:42. */
function regional(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** What is written, the first of a month as French has it: `1er novembre`. */
function written(parts: readonly Intl.DateTimeFormatPart[], locale: string): string {
  return parts
    .map(({ type, value }) => (locale === 'fr' && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}

/** The middle of a day, of which no time zone takes it away. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** `YYYY-MM-DD` of an instant in a time zone. */
export function calendarDay(instant: Date, timeZone: string): string {
  // Canadian English is the locale whose short date is ISO 8601.
  return format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The day before a `YYYY-MM-DD`; calendar arithmetic, so a day of 23 or 25 hours is one day. */
export function dayBefore(day: string): string {
  const date = noon(day);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** 0 to 23. */
export function hourOfDay(instant: Date, timeZone: string): number {
  return Number(format('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));
}

/** `18:42` */
export function timeOfDay(instant: Date, timeZone: string, locale: string): string {
  return format(regional(locale), { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

/** `12 nov.`, with the year when it is not the year of `today` (`YYYY-MM-DD`). */
export function shortDate(instant: Date, timeZone: string, locale: string, today: string): string {
  const sameYear = calendarDay(instant, timeZone).slice(0, 4) === today.slice(0, 4);
  const date = format(regional(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return written(date.formatToParts(instant), locale);
}

function longDate(locale: string): Intl.DateTimeFormat {
  return format(regional(locale), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Both days, with the year where it must be said: `1er–25 novembre 2026`, `26 novembre 2025 – 25 novembre 2026`. */
export function rangeText({ from, to }: DayRange, locale: string): string {
  const date = longDate(locale);
  return from === to
    ? written(date.formatToParts(noon(from)), locale)
    : written(date.formatRangeToParts(noon(from), noon(to)), locale);
}

/** The same within a sentence: `du 1er au 25 novembre 2026`, `du 25 novembre 2026`; `1 to 25 November 2026`. */
export function rangeInSentence({ from, to }: DayRange, locale: string): string {
  const [start, between] = locale === 'fr' ? ['du ', ' au '] : ['', ' to '];
  if (from === to) return start + rangeText({ from, to }, locale);
  const parts = longDate(locale).formatRangeToParts(noon(from), noon(to));
  const end = parts.findIndex(({ source }) => source === 'endRange');
  // The one before the end is the dash.
  return start + written(parts.slice(0, end - 1), locale) + between + written(parts.slice(end), locale);
}

/** A point of a series: `12 nov.`; the week's `9–15 nov.`; `nov. 2026`. @param start its first day */
export function bucketText(start: string, interval: Interval, locale: string): string {
  if (interval === 'month')
    return format(regional(locale), { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(noon(start));
  const day = format(regional(locale), { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const parts =
    interval === 'day'
      ? day.formatToParts(noon(start))
      : day.formatRangeToParts(noon(start), noon(addDays(start, 6)));
  return written(parts, locale);
}

/** `novembre 2026`, `November 2026` @param month `YYYY-MM` */
export function monthText(month: string, locale: string): string {
  return format(regional(locale), { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    noon(`${month}-01`),
  );
}

/** French writes months and days small: `Novembre 2026` where it stands alone. */
export function startingUpper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `mardi`, `mar.`; `Tuesday`, `Tue`. @param weekday 1 is Monday */
export function weekdayText(weekday: number, locale: string, length: 'long' | 'short'): string {
  // 1 January 2024 was a Monday.
  const at = new Date(`2024-01-0${weekday}T12:00:00Z`);
  return format(regional(locale), { timeZone: 'UTC', weekday: length }).format(at);
}

/** `mardi 24 novembre`, with the year when it is not the year of `today` (`YYYY-MM-DD`). */
export function dayText(day: string, locale: string, today: string): string {
  const date = format(regional(locale), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
  return written(date.formatToParts(noon(day)), locale);
}
