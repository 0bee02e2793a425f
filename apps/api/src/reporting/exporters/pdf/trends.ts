import { bucketText, dayText } from '@num-ecard/contracts/calendar';
import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import type { PdfSeries } from '../../../documents/pdf-charts.js';
import { type PdfColumn, tableHeight } from '../../../documents/pdf-table.js';
import type { Section } from './section.js';

const HEIGHT = { views: 205, clicks: 100 };
const SUBHEADING = 30;
/** So few points are also a table. */
const TABLED = 14;
/** Columns that are thinner are told worse than a line. */
const MOST_COLUMNS = 70;
/** More than these, and the period before is a line over the columns. */
const SIDE_BY_SIDE = 16;

type Metric = 'views' | 'clicks';

/** Visits and clicks over time, the period before beside them. */
export function writeTrends(section: Section, trends: UsageTrends): void {
  const { file, texts, locale } = section;
  const { interval, points } = trends;
  file.heading(texts.trends[interval], HEIGHT.views + SUBHEADING);
  file.subheading(texts.visits, HEIGHT.views);
  chart(section, trends, 'views');
  const best = points.reduce((most, point) => (point.views > most.views ? point : most), {
    start: '',
    views: 0,
  });
  if (best.views > 0)
    file.remark(texts.best(bestName(best.start, trends, locale), section.visits(best.views)));
  if (trends.totals.clicks > 0 || (trends.previous?.totals.clicks ?? 0) > 0) {
    file.subheading(texts.clicks, HEIGHT.clicks);
    chart(section, trends, 'clicks');
  }
  if (points.length <= TABLED && points.length > 1) writePoints(section, trends);
}

function chart(section: Section, trends: UsageTrends, metric: Metric): void {
  const { texts, locale, file } = section;
  const { points, previous, interval, totals } = trends;
  const title = texts.charts[metric][interval];
  const told = (count: number) => (metric === 'views' ? section.visits(count) : section.clicks(count));
  const series: PdfSeries[] = [
    {
      name: section.period,
      values: points.map((point) => point[metric]),
      kind: points.length > MOST_COLUMNS ? 'area' : 'columns',
      color: 'main',
    },
  ];
  if (previous !== undefined)
    series.push({
      name: section.previous,
      values: points.map((_, index) => previous.points[index]?.[metric] ?? null),
      ...(points.length > SIDE_BY_SIDE
        ? ({ kind: 'line', color: 'beside' } as const)
        : ({ kind: 'columns', color: 'besideTint' } as const)),
    });
  file.seriesChart({
    alt: [
      texts.chartOf(title, section.periodInSentence, told(totals[metric])),
      ...(previous === undefined
        ? []
        : [texts.chartBefore(section.previousInSentence, told(previous.totals[metric]))]),
    ].join(' '),
    height: HEIGHT[metric],
    names: points.map(({ start }) => bucketText(start, interval, locale)),
    series,
    text: (value) => section.count(value),
  });
}

function writePoints(section: Section, { interval, points, previous }: UsageTrends): void {
  const { texts, locale, file } = section;
  const columns: PdfColumn[] = [
    { heading: texts.bucket[interval], share: 34 },
    { heading: texts.visits, share: 14, align: 'right' },
    ...(previous ? [{ heading: texts.change, share: 16, align: 'right' } as const] : []),
    { heading: texts.visitors, share: 14, align: 'right' },
    { heading: texts.clicks, share: 14, align: 'right' },
  ];
  file.keep(tableHeight(points.length));
  const table = file.table(columns, { named: 0 });
  for (const [index, { start, views, visitors, clicks }] of points.entries())
    table.row([
      bucketText(start, interval, locale),
      section.count(views),
      ...(previous ? [section.change(views, previous.points[index]?.views)] : []),
      section.count(visitors),
      section.count(clicks),
    ]);
  table.end();
}

function bestName(start: string, { interval, points }: UsageTrends, locale: Section['locale']): string {
  if (interval !== 'day') return bucketText(start, interval, locale);
  // With its year where the period has two.
  return dayText(start, locale, points.at(-1)?.start ?? start);
}
