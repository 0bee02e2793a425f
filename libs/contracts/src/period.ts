/** What a period is asked for by. The queries themselves are apart, in period-query.ts: the dashboard's first page needs none. */
import { z } from 'zod';

/** Two years and two months, so that two years can be looked at from the middle of a month. */
export const MAX_PERIOD_DAYS = 800;
/** Days of the period that is meant when none is named. */
export const DEFAULT_PERIOD_DAYS = 30;

/** A day that is in the calendar, far enough from the ends of what dates can be that others can be counted from it. */
export const Day = z.iso
  .date('must be a day of the calendar such as 2026-11-23')
  .refine((day) => day >= '1900-01-01' && day <= '2999-12-31', 'must be a day of 1900 to 2999')
  .meta({ id: 'Day', example: '2026-11-23' });

/** For `refine` of two days that both need not be given. */
export function areOrdered({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from === undefined || to === undefined || from <= to;
}
export const ORDERED = { path: ['to'], message: 'must not be before `from`' };

export const COMPARISONS = ['none', 'previous', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** What cards are set against one another by. */
export const CROSS_BY = ['source', 'country', 'region', 'city', 'target', 'month'] as const;
export type CrossBy = (typeof CROSS_BY)[number];
