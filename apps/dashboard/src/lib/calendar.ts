/** Days and times in an account's time zone, whatever the zone of the browser. */
import type { Interval } from '@num-ecard/contracts/period';
import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';

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

/** `YYYY-MM-DD` of an instant in a time zone. */
export function calendarDay(instant: Date, timeZone: string): string {
  // Canadian English is the locale whose short date is ISO 8601.
  return format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The day before a `YYYY-MM-DD`; calendar arithmetic, so a day of 23 or 25 hours is one day. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
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
  return format(regional(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** Both days, with the year where it must be said: `1–25 novembre 2026`, `26 nov. 2025 – 25 nov. 2026`. */
export function rangeText({ from, to }: DayRange, locale: string): string {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  const text = format(regional(locale), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return from === to ? text.format(at(from)) : text.formatRange(at(from), at(to));
}

/** A point of a series: `12 nov.`; the week's `9–15 nov.`; `novembre 2026`. @param start its first day */
export function bucketText(start: string, interval: Interval, locale: string): string {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  if (interval === 'month')
    return format(regional(locale), { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(at(start));
  const day = format(regional(locale), { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return interval === 'day' ? day.format(at(start)) : day.formatRange(at(start), at(addDays(start, 6)));
}

/** `mardi`, `mar.`; `Tuesday`, `Tue`. @param weekday 1 is Monday */
export function weekdayText(weekday: number, locale: string, length: 'long' | 'short'): string {
  // 1 January 2024 was a Monday.
  const at = new Date(`2024-01-0${weekday}T12:00:00Z`);
  return format(regional(locale), { timeZone: 'UTC', weekday: length }).format(at);
}

/** `mardi 24 novembre`, with the year when it is not the year of `today` (`YYYY-MM-DD`). */
export function dayText(day: string, locale: string, today: string): string {
  return format(regional(locale), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T12:00:00Z`));
}
