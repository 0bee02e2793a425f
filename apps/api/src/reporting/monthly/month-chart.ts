import type { UsageTrends } from '@num-ecard/contracts/usage-trends';

/** Of the highest bar, in pixels. */
const HEIGHT = 96;
/** Enough to see that there was something. */
const LEAST = 3;

export interface ChartBar {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly views: number;
  /** In pixels; 0 for a day without visits. */
  readonly height: number;
}

/** A bar a day, the highest as high as the chart. */
export function chartBars(points: UsageTrends['points']): ChartBar[] {
  const most = Math.max(1, ...points.map(({ views }) => views));
  return points.map(({ start, views }) => ({
    day: start,
    views,
    height: views === 0 ? 0 : Math.max(LEAST, Math.round((views / most) * HEIGHT)),
  }));
}

/** The month in parts of seven days, for who reads instead of looking. */
export function chartParts(points: UsageTrends['points']): { from: string; to: string; views: number }[] {
  return Array.from({ length: Math.ceil(points.length / 7) }, (_, index) => {
    const days = points.slice(index * 7, index * 7 + 7);
    return {
      from: days[0]?.start ?? '',
      to: days.at(-1)?.start ?? '',
      views: days.reduce((sum, day) => sum + day.views, 0),
    };
  });
}
