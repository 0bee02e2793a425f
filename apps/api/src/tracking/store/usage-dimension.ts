/**
 * What usage is broken down by, a day and a card at a time. `views`, `visitors` and `engaged_ms` are those of the visits of
 * the day; `clicks` are the clicks of the day.
 *
 * | dimension | key | |
 * |---|---|---|
 * | `hour` | `00` to `23` | local hour; both hours of that name on the day on which the clocks go back |
 * | `place` | `country/region/city` | empty parts are unknown |
 * | `source` | `source/link code/referring host` | empty parts are absent |
 * | `device` | `device/browser/system` | |
 * | `target` | the target | `views`: visits with that click |
 * | `engaged` | {@link roundedEngagedMs} in words | only above 0; `views` alone |
 * | `dropped` | why | `views` and `clicks` that were dropped |
 */
export const USAGE_DIMENSIONS = [
  'hour',
  'place',
  'source',
  'device',
  'target',
  'engaged',
  'dropped',
] as const;
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

/**
 * Of closed days there is more, so that few rows answer much: `total` (key empty), and `week_hour` (`1-00`, Monday's first
 * hour, to `7-23`).
 */
export type ClosedDimension = UsageDimension | 'total' | 'week_hour';

/**
 * By what cards are set against one another: `total` (key empty), the source alone, the country, `country/region`, the whole
 * place, the target. Counted are views, and clicks by target. A `figure` is what else is told of each card; its keys are
 * {@link CardsFigure}.
 */
export type CardsDimension = 'total' | 'source' | 'country' | 'region' | 'city' | 'target' | 'figure';
export type CardsFigure = 'visitors' | 'clicks' | 'engaged_s' | 'engaged_ms';

/** In the place of a card: the sum over all of an account's cards. */
export const ALL_CARDS = '00000000-0000-0000-0000-000000000000';

/**
 * Engaged time in the steps that its distribution is kept in: rounded down to two significant digits, and below a second to
 * 100 ms. So the middle of any number of visits can be told from at most 90 figures a power of ten.
 */
export function roundedEngagedMs(milliseconds: number): number {
  const step = Math.max(100, 10 ** (String(milliseconds).length - 2));
  return Math.floor(milliseconds / step) * step;
}
