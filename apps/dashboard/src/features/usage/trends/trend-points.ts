import type { UsageTrends } from '@num-ecard/contracts/usage-trends';

/** What of the visits a chart of trends shows. */
export const METRICS = ['views', 'visitors', 'clicks'] as const;
export type Metric = (typeof METRICS)[number];

/** A point of the chart: the period's, and beside it the one of the period before. */
export interface TrendPoint {
  readonly start: string;
  readonly value: number;
  readonly beforeStart: string | null;
  /** Null where the period before had fewer points, or there is none. */
  readonly before: number | null;
}

/** From the first of which there is something: of all time, there may have been no card yet. At least two, to make a line. */
export function sinceFirst(points: readonly TrendPoint[]): TrendPoint[] {
  const first = points.findIndex(({ value }) => value > 0);
  return points.slice(Math.max(0, Math.min(first < 0 ? points.length : first, points.length - 2)));
}

/** Points of the two periods beside one another, first by first. */
export function trendPoints({ points, previous }: UsageTrends, metric: Metric): TrendPoint[] {
  return points.map((point, index) => {
    const before = previous?.points[index];
    return {
      start: point.start,
      value: point[metric],
      beforeStart: before?.start ?? null,
      before: before?.[metric] ?? null,
    };
  });
}
