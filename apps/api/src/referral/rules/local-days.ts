import { TZDate } from '@date-fns/tz';
import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';

/** Half-open: `before` is no longer part of it. */
export interface Span {
  readonly from: Date;
  readonly before: Date;
}

/** From the first moment of the first day to that of the day after the last, by the clocks of an IANA zone. */
export function spanOf({ from, to }: DayRange, timezone: string): Span {
  return { from: startOfDay(from, timezone), before: startOfDay(addDays(to, 1), timezone) };
}

export function isWithin(moment: Date | null, { from, before }: Span): boolean {
  if (moment === null) return false;
  // Numbers: comparing dates takes ten times as long, and there are tens of thousands of them.
  const at = moment.getTime();
  return at >= from.getTime() && at < before.getTime();
}

/** `YYYY-MM-DD` of a moment. */
export function localDay(moment: Date, timezone: string): string {
  return new TZDate(moment, timezone).toISOString().slice(0, 10);
}

/** Where clocks skip midnight, the moment after it. */
function startOfDay(day: string, timezone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, timezone).getTime());
}
