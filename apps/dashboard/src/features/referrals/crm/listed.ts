import type { Recommendation, Recommendations } from '@num-ecard/contracts/referral';

/** The prospects of all pages, as they come. Two pages fetched one after the other may share one. */
export function listed(pages: readonly Recommendations[]): Recommendation[] {
  const found = new Map<string, Recommendation>();
  for (const { items } of pages) for (const item of items) found.set(item.id, item);
  return [...found.values()];
}

/** How many there are in all statuses together. */
export function totalOf(counts: Recommendations['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
