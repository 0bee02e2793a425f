import { type Comparison, DEFAULT_PERIOD_DAYS, MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import { type PeriodQuery } from '@num-ecard/contracts/period-query';
import {
  addDays,
  addMonths,
  type DayRange,
  dayCount,
  endOfMonth,
  keepsWeekdays,
  wholeMonths,
} from '@num-ecard/contracts/period-calendar';
import { ValidationFailed } from '../../http/problem-error.js';

/**
 * The days that a query means. Of two valid ones given nothing is changed; with one alone, the other is 30 days from it or
 * today.
 * @param today of the account
 * @throws {ValidationFailed} when only `from` is given, and is after today or too long ago
 */
export function askedPeriod({ from, to }: Pick<PeriodQuery, 'from' | 'to'>, today: string): DayRange {
  if (from === undefined) {
    const last = to ?? today;
    return { from: addDays(last, 1 - DEFAULT_PERIOD_DAYS), to: last };
  }
  if (to !== undefined) return { from, to };
  const days = dayCount({ from, to: today });
  if (days < 1)
    throw new ValidationFailed([{ path: 'from', message: 'must not be after today without `to`' }]);
  if (days > MAX_PERIOD_DAYS) {
    const message = `must be at most ${MAX_PERIOD_DAYS} days before today without \`to\``;
    throw new ValidationFailed([{ path: 'from', message }]);
  }
  return { from, to: today };
}

/**
 * What a period is compared with.
 *
 * | the period | `previous` | `year` |
 * |---|---|---|
 * | whole calendar months | as many months before | the same months of the year before |
 * | less than 60 days (`keepsWeekdays`) | as long, whole weeks earlier, not overlapping | 364 days earlier |
 * | longer | as long, just before | the same dates of the year before; 28 February for the 29th |
 */
export function comparedPeriod(period: DayRange, compare: Comparison): DayRange | undefined {
  if (compare === 'none') return undefined;
  const days = dayCount(period);
  const months = wholeMonths(period);
  if (months !== undefined) return byMonths(period, compare === 'year' ? 12 : months);
  if (keepsWeekdays(period)) return byDays(period, compare === 'year' ? 364 : Math.ceil(days / 7) * 7);
  if (compare === 'previous') return byDays(period, days);
  return { from: addMonths(period.from, -12), to: addMonths(period.to, -12) };
}

function byDays({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

/** Of whole months: they stay whole, however long they are. */
function byMonths({ from, to }: DayRange, months: number): DayRange {
  return { from: addMonths(from, -months), to: endOfMonth(addMonths(to, -months)) };
}
