import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import { ChartOrTable } from '../../../ui/chart-or-table';
import { BARS, CHART } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { funnelSteps } from './funnel-steps';
import { daysOfMonth } from './months';

/** How many of those received were contacted, and became clients. */
export function FunnelChart({ metrics }: { metrics: ReferralMetrics }) {
  const { t, i18n } = useTranslation('results');
  const { language } = i18n;
  const steps = funnelSteps(metrics);
  const range = daysOfMonth(metrics.month);
  return (
    <ChartOrTable
      label={t('funnel.chart', {
        steps: steps
          .map(({ step, count }) => `${t(`funnel.${step}`)} ${countText(count, language)}`)
          .join(', '),
      })}
      head={[t('funnel.step'), t('funnel.prospects'), t('funnel.share')]}
      rows={steps.map(({ step, count, share }) => ({
        key: step,
        cells: [
          t(`funnel.${step}`),
          <FigureLink key={step} figure={step} range={range}>
            {countText(count, language)}
          </FigureLink>,
          shareText(share, language),
        ],
      }))}
      chart={
        <BarChart
          h={CHART.funnel}
          orientation="vertical"
          data={steps.map(({ step, count }) => ({ name: t(`funnel.${step}`), count }))}
          dataKey="name"
          series={[{ name: 'count', label: t('funnel.prospects'), color: CHART.main }]}
          tickLine="none"
          gridAxis="none"
          valueFormatter={(value) => countText(value, language)}
          withBarValueLabel
          yAxisProps={{ width: BARS.names, interval: 0 }}
          withXAxis={false}
          xAxisProps={{ domain: [0, 'dataMax'] }}
          barChartProps={{ margin: { right: BARS.figures } }}
          barProps={{ isAnimationActive: false }}
        />
      }
    />
  );
}
