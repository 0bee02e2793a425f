import { addDays, startOfMonth } from '@num-ecard/contracts/period-calendar';

/**
 * The spans of closed days that `usage_closed_cards` has rows for, smallest first; each is whole spans of the one before it. A third
 * of a month begins on its 1st, 11th or 21st. With them, a year is some twenty spans, wherever it begins.
 */
export const PACKED_GRAINS = ['day', 'third', 'month', 'quarter'] as const;
export type PackedGrain = (typeof PACKED_GRAINS)[number];

/** So many days after the first of one, another has begun and is not over. */
const LONGEST_DAYS: Readonly<Record<PackedGrain, number>> = { day: 1, third: 11, month: 31, quarter: 92 };

const THIRDS = ['21', '11', '01'] as const;
const QUARTERS = ['10', '07', '04', '01'] as const;

const STARTS: Readonly<Record<PackedGrain, (day: string) => string>> = {
  day: (day) => day,
  third: (day) => `${day.slice(0, 8)}${THIRDS.find((first) => first <= day.slice(8)) ?? '01'}`,
  month: startOfMonth,
  quarter: (day) => `${day.slice(0, 5)}${QUARTERS.find((first) => first <= day.slice(5, 7)) ?? '01'}-01`,
};

/** The first day of the span that a day lies in; both `YYYY-MM-DD`. */
export function startOf(grain: PackedGrain, day: string): string {
  return STARTS[grain](day);
}

/** The first day of the span after the one that a day lies in. */
export function startOfNext(grain: PackedGrain, day: string): string {
  return startOf(grain, addDays(startOf(grain, day), LONGEST_DAYS[grain]));
}
