import '../../../locales/trends';
import { addDays } from '@num-ecard/contracts/period-calendar';
import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { Paper } from '@mantine/core';
import { TrendsPanel } from './trends-panel';

const FIRST = '2026-09-01';
/** Visits a day, as a card that is handed out at work has them. */
const VIEWS = [
  12, 15, 14, 18, 16, 5, 4, 13, 17, 19, 22, 18, 6, 5, 16, 21, 20, 24, 22, 8, 6, 19, 23, 26, 41, 30, 9, 7, 22,
  25,
];

function sample(
  first: string,
  share: number,
): Pick<UsageTrends, 'interval' | 'period' | 'points' | 'totals'> {
  const points = VIEWS.map((all, index) => {
    const views = Math.round(all * share);
    const figures = { views, visitors: Math.round(views * 0.85), clicks: Math.round(views * 0.6) };
    return { start: addDays(first, index), ...figures, engagedMs: views * 21_000 };
  });
  const sum = (name: 'views' | 'visitors' | 'clicks' | 'engagedMs') =>
    points.reduce((total, point) => total + point[name], 0);
  return {
    interval: 'day',
    period: { from: first, to: addDays(first, VIEWS.length - 1) },
    points,
    totals: {
      views: sum('views'),
      visitors: sum('visitors'),
      clicks: sum('clicks'),
      engagedMs: sum('engagedMs'),
    },
  };
}

const SAMPLE: UsageTrends = { ...sample(FIRST, 1), previous: sample(addDays(FIRST, -35), 0.8) };

/** Trends with made-up figures. */
export function TrendsSample() {
  return (
    <Paper p={{ base: 'md', sm: 'lg' }}>
      <TrendsPanel trends={SAMPLE} today="2027-01-01" />
    </Paper>
  );
}
