import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReferralTrend } from '@num-ecard/contracts/referral-metrics';
import { useTranslation } from 'react-i18next';
import { bucketText } from '@num-ecard/contracts/calendar';
import { countText, eurosText, shareText, shortCountText } from '@num-ecard/contracts/numbers';
import { ChartOrTable } from '../../../ui/chart-or-table';
import { BARS, CHART } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { FUNNEL } from './funnel-steps';
import { daysOfMonth } from './months';

const COLORS = { received: CHART.main, contacted: CHART.beside, converted: CHART.good } as const;

/** What became of the referrals of each of twelve months. */
export function MonthsChart({ months }: ReferralTrend) {
  const { t, i18n } = useTranslation('results');
  const { language } = i18n;
  const name = (month: string) => bucketText(`${month}-01`, 'month', language);
  return (
    <ChartOrTable
      label={t('trend.chart')}
      head={[
        t('month.label'),
        ...FUNNEL.map((step) => t(`funnel.${step}`)),
        t('cohort.rate'),
        t('trend.value'),
      ]}
      rows={months.map(({ month, cohort, convertedValueCents }) => ({
        key: month,
        cells: [
          name(month),
          ...FUNNEL.map((step) => (
            <FigureLink key={step} figure={step} range={daysOfMonth(month)}>
              {countText(cohort[step], language)}
            </FigureLink>
          )),
          shareText(cohort.rate, language),
          eurosText(convertedValueCents, language),
        ],
      }))}
      chart={
        <BarChart
          h={CHART.height}
          data={months.map(({ month, cohort }) => ({
            name: name(month),
            received: cohort.received,
            contacted: cohort.contacted,
            converted: cohort.converted,
          }))}
          dataKey="name"
          series={FUNNEL.map((step) => ({
            name: step,
            label: t(`funnel.${step}`),
            color: COLORS[step],
          }))}
          withLegend
          legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
          tickLine="none"
          gridAxis="x"
          valueFormatter={(value) => countText(value, language)}
          yAxisProps={{
            allowDecimals: false,
            width: CHART.axis,
            tickFormatter: (value: number) => shortCountText(value, language),
          }}
          xAxisProps={{ minTickGap: CHART.gap }}
          barChartProps={{ barGap: BARS.gap }}
          barProps={{ isAnimationActive: false }}
        />
      }
    />
  );
}
