import type { Recommendation, Recommendations } from '@num-ecard/contracts/referral';

/** A list in which a prospect is shown as it is by now, where it stands; what is counted by status follows. */
export function pagesWith(pages: Recommendations[], item: Recommendation): Recommendations[] {
  const before = pages.flatMap(({ items }) => items).find(({ id }) => id === item.id);
  // Nor when the list knows more than the answer does.
  if (before === undefined || before.revision > item.revision) return pages;
  return pages.map(({ items, counts, next }) => ({
    next,
    items: items.map((each) => (each.id === item.id ? item : each)),
    counts:
      before.status === item.status
        ? counts
        : {
            ...counts,
            [before.status]: counts[before.status] - 1,
            [item.status]: counts[item.status] + 1,
          },
  }));
}
