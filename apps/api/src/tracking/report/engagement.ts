import type { UsageEngagement } from '@num-ecard/contracts/usage';
import type { KeyFigures } from '../query/usage-breakdown.query.js';
import type { Figures } from '../query/usage-scope.js';

const STARTS_MS = [0, 5_000, 15_000, 30_000, 60_000, 180_000] as const;

type Engagement = Pick<UsageEngagement, 'visits' | 'medianMs' | 'averageMs' | 'buckets'>;

/**
 * How long visits lasted.
 * @param totals of all visits: those that are in no row lasted no time at all
 * @param rows visits (`views`) by engaged time above 0, rounded, in words
 */
export function engagement(totals: Figures, rows: readonly KeyFigures[]): Engagement {
  const times = rows
    .map(({ key, views }) => ({ engagedMs: Number(key), visits: views }))
    .toSorted((a, b) => a.engagedMs - b.engagedMs);
  const told = times.reduce((sum, { visits }) => sum + visits, 0);
  // Both are read at once from figures that grow: a visit may be in one and not yet in the other.
  const visits = Math.max(totals.views, told);
  const all = [{ engagedMs: 0, visits: visits - told }, ...times];
  return {
    visits,
    medianMs: visits === 0 ? null : middle(all, visits),
    averageMs: visits === 0 ? null : Math.round(totals.engagedMs / visits),
    buckets: STARTS_MS.map((fromMs, index) => {
      const toMs = STARTS_MS[index + 1] ?? null;
      const within = all.filter(
        ({ engagedMs }) => engagedMs >= fromMs && (toMs === null || engagedMs < toMs),
      );
      return { fromMs, toMs, visits: within.reduce((sum, part) => sum + part.visits, 0) };
    }),
  };
}

/** The time of the visit in the middle; of an even number, the lower of the two. @param times ascending */
function middle(times: readonly { engagedMs: number; visits: number }[], visits: number): number {
  let before = 0;
  for (const { engagedMs, visits: here } of times) {
    before += here;
    if (before * 2 >= visits) return engagedMs;
  }
  return 0;
}
