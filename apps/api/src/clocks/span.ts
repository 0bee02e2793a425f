import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';
import { startOfDay } from './local-time.js';

/** Half-open: `before` is no longer part of it. */
export interface Span {
  readonly from: Date;
  readonly before: Date;
}

/** From the first moment of the first day to that of the day after the last, by the clocks of an IANA zone. */
export function spanOf({ from, to }: DayRange, timezone: string): Span {
  return {
    from: new Date(startOfDay(from, timezone)),
    before: new Date(startOfDay(addDays(to, 1), timezone)),
  };
}

export function isWithin(moment: Date | null, { from, before }: Span): boolean {
  if (moment === null) return false;
  // Numbers: comparing dates takes ten times as long, and there are tens of thousands of them.
  const at = moment.getTime();
  return at >= from.getTime() && at < before.getTime();
}
