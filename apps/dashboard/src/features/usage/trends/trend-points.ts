import type { UsageTrends } from '@num-ecard/contracts/usage';

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
