import type { Comparison, Interval } from '@num-ecard/contracts/period';
import { type DayRange, wholeMonths } from '@num-ecard/contracts/period-calendar';
import { type Scope } from '../../lib/scope';
import { EVERY_CARD } from '../../lib/usage-search';
import type { ExportChoice } from './export-choices';

/** What a usage screen shows, as far as a file of it needs to know. */
export interface ExportView {
  readonly scope: Scope;
  readonly range: DayRange;
  readonly compare: Comparison;
  readonly interval: Interval;
}

/** Where the file of exactly that is written. */
export function exportPath(
  { scope, range, compare, interval }: ExportView,
  { format, content }: ExportChoice,
): string {
  const query = new URLSearchParams({ ...range, compare, interval, content });
  const base = scope === EVERY_CARD ? '/api' : `/api/cards/${scope.id}`;
  return `${base}/exports/usage.${format}?${query.toString()}`;
}

/** Which words say what it is compared with: a whole month stands beside the whole month before. */
export function comparisonWords({
  compare,
  range,
}: Pick<ExportView, 'compare' | 'range'>): 'none' | 'year' | 'previous' | 'month' | 'months' {
  const months = wholeMonths(range);
  if (compare !== 'previous' || months === undefined) return compare;
  return months === 1 ? 'month' : 'months';
}
