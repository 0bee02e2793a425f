/** The periods that an owner picks from, and the days that they mean. Days are `YYYY-MM-DD`, of the account's time zone. */
import {
  addDays,
  addMonths,
  type DayRange,
  dayCount,
  startOfMonth,
} from '@num-ecard/contracts/period-calendar';
import type { Interval } from '@num-ecard/contracts/period';

export const PERIODS = ['today', '7d', '30d', 'month', 'quarter', 'year', 'all', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const DEFAULT_PERIOD = '30d' satisfies PeriodName;

/** Months for which figures are kept at most: what "all" goes back to. */
const MONTHS_KEPT = 25;
/** The longest period with a bar a day, and a bar a week. */
const MOST_DAYS = { day: 31, week: 190 } as const;

/**
 * The days of a period, the last one today at the latest: what is yet to come is in no figure.
 * @param chosen the days of `custom`; without them it means the default
 */
export function daysOf(period: PeriodName, today: string, chosen?: DayRange): DayRange {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: startOfMonth(today), to: today };
    case 'quarter':
      return { from: startOfQuarter(today), to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'all':
      return { from: addDays(addMonths(today, -MONTHS_KEPT), 1), to: today };
    case 'custom':
      if (chosen !== undefined) return chosen;
      break;
    default:
  }
  return { from: addDays(today, -29), to: today };
}

function startOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

export type PeriodState = 'over' | 'underWay' | 'toCome';

/** Whether a period is over, not yet, or has not even begun. */
export function periodState({ from, to }: DayRange, today: string): PeriodState {
  if (from > today) return 'toCome';
  return to < today ? 'over' : 'underWay';
}

/** Whether figures of these days can still change because the last of them is not over. */
export function isUnderWay({ to }: DayRange, today: string): boolean {
  return to >= today;
}

/** Whether there is a day of it that is over: some hours are no more or less than a whole day. */
export function isComparable({ from }: DayRange, today: string): boolean {
  return from < today;
}

/** The intervals that divide a period into a readable number of points, the one that fits best first. */
export function intervalsFor(range: DayRange): readonly [Interval, ...Interval[]] {
  const days = dayCount(range);
  if (days <= MOST_DAYS.day) return days > 13 ? ['day', 'week'] : ['day'];
  if (days <= MOST_DAYS.week) return ['week', 'day', 'month'];
  return ['month', 'week'];
}
