import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import type { Interval } from '@num-ecard/contracts/period';
import { useTranslation } from 'react-i18next';
import { bucketText } from '@num-ecard/contracts/calendar';
import { countText, shortCountText } from '@num-ecard/contracts/numbers';
import { ChartOrTable } from '../../../ui/chart-or-table';
import { CHART } from '../../../ui/theme';
import type { TrendPoint } from './trend-points';

interface TrendChartProps {
  label: string;
  points: readonly TrendPoint[];
  interval: Interval;
}

/** A figure over time; the period before lies behind it, dashed. */
export function TrendChart({ label, points, interval }: TrendChartProps) {
  const { t, i18n } = useTranslation(['trends', 'translation']);
  const { language } = i18n;
  const name = (start: string) => bucketText(start, interval, language);
  const compared = points.some(({ before }) => before !== null);
  const now = t('trends:now');
  const before = t('trends:before');
  return (
    <ChartOrTable
      label={label}
      head={
        compared ? [t(`trends:interval.${interval}`), now, before] : [t(`trends:interval.${interval}`), now]
      }
      rows={points.map((point) => ({
        key: point.start,
        cells: [
          name(point.start),
          countText(point.value, language),
          ...(compared ? [point.before === null ? '' : countText(point.before, language)] : []),
        ],
      }))}
      chart={
        <CompositeChart
          h={CHART.height}
          data={points.map((point) => ({ name: name(point.start), now: point.value, before: point.before }))}
          dataKey="name"
          series={[
            { name: 'now', label: now, color: CHART.main, type: 'area' },
            ...(compared
              ? [
                  {
                    name: 'before',
                    label: before,
                    color: CHART.beside,
                    type: 'line' as const,
                    strokeDasharray: CHART.dashes,
                  },
                ]
              : []),
          ]}
          curveType="monotone"
          strokeWidth={CHART.stroke}
          withDots={points.length === 1}
          withLegend={compared}
          legendProps={{ verticalAlign: 'bottom' }}
          tickLine="none"
          gridAxis="x"
          valueFormatter={(value) => countText(value, language)}
          yAxisProps={{
            allowDecimals: false,
            width: CHART.axis,
            tickFormatter: (value: number) => shortCountText(value, language),
          }}
          xAxisProps={{ minTickGap: CHART.gap }}
          areaProps={{ isAnimationActive: false }}
          lineProps={{ isAnimationActive: false }}
        />
      }
    />
  );
}
