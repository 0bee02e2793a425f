/**
 * Arithmetic on calendar days, written `YYYY-MM-DD`. A day has no time zone and no length here: that some last 23 or 25 hours
 * is the business of whoever turns a moment into a day.
 */

/** Both days inclusive. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

function asMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function asDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return asDay(asMs(day) + days * DAY_MS);
}

/** How many days a range has; 1 when it begins and ends on the same one, 0 or less when it ends before it begins. */
export function dayCount({ from, to }: DayRange): number {
  return (asMs(to) - asMs(from)) / DAY_MS + 1;
}

/** Monday is 1, Sunday 7. */
export function weekday(day: string): number {
  return new Date(asMs(day)).getUTCDay() || 7;
}

/** The Monday on or before a day. */
export function startOfWeek(day: string): string {
  return addDays(day, 1 - weekday(day));
}

export function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function endOfMonth(day: string): string {
  return addDays(addMonths(startOfMonth(day), 1), -1);
}

/** The same date so many months later, or the month's last day where it has no such date. */
export function addMonths(day: string, months: number): string {
  const shifted = new Date(asMs(startOfMonth(day)));
  shifted.setUTCMonth(shifted.getUTCMonth() + months);
  const first = asDay(shifted.getTime());
  shifted.setUTCMonth(shifted.getUTCMonth() + 1);
  const last = asDay(shifted.getTime() - DAY_MS);
  return `${first.slice(0, 8)}${day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8)}`;
}

/** How many calendar months a range is made of; undefined when it cuts one. */
export function wholeMonths({ from, to }: DayRange): number | undefined {
  if (from !== startOfMonth(from) || to !== endOfMonth(to)) return undefined;
  const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthNumber(to) - monthNumber(from) + 1;
}

const WEEKDAYS_MATTER_BELOW = 60;

/** Whether a range is compared weekday by weekday, a Saturday with a Saturday: a short one that is not of whole calendar months. */
export function keepsWeekdays(range: DayRange): boolean {
  return wholeMonths(range) === undefined && dayCount(range) < WEEKDAYS_MATTER_BELOW;
}
