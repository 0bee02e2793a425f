import type { Interval } from '@num-ecard/contracts/period';
import {
  addDays,
  addMonths,
  type DayRange,
  startOfMonth,
  startOfWeek,
} from '@num-ecard/contracts/period-calendar';
import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import type { DayTotals } from '../query/usage-day-totals.query.js';
import { added, NOTHING } from './figures.js';

/** The first day of the span that a day lies in. */
export const START: Readonly<Record<Interval, (day: string) => string>> = {
  day: (day) => day,
  week: startOfWeek,
  month: startOfMonth,
};
const NEXT: Readonly<Record<Interval, (start: string) => string>> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
};

/** The first days of every day, week or month that a range touches. */
export function startsOf(interval: Interval, { from, to }: DayRange): string[] {
  const starts: string[] = [];
  for (let start = START[interval](from); start <= to; start = NEXT[interval](start)) starts.push(start);
  return starts;
}

/** Every day, week or month that a range touches, with the days of the range in it. */
export function trends(
  interval: Interval,
  range: DayRange,
  days: readonly DayTotals[],
): Pick<UsageTrends, 'interval' | 'points' | 'totals'> {
  const startOf = START[interval];
  const points = new Map(startsOf(interval, range).map((start) => [start, NOTHING]));
  let totals = NOTHING;
  for (const { day, ...figures } of days) {
    const start = startOf(day);
    points.set(start, added(points.get(start) ?? NOTHING, figures));
    totals = added(totals, figures);
  }
  return {
    interval,
    points: Array.from(points, ([start, figures]) => Object.assign({ start }, figures)),
    totals,
  };
}
