import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { countText, durationText, shareText } from '@num-ecard/contracts/numbers';
import { ChartOrTable } from '../../../ui/chart-or-table';
import { BARS, CHART } from '../../../ui/theme';
import type { EngagedTime } from './engaged-times';

/** Which share of the visits lasted how long, beside the shares of the period before. */
export function EngagedTimeChart({ times }: { times: readonly EngagedTime[] }) {
  const { t, i18n } = useTranslation('engagement');
  const { language } = i18n;
  const compared = times.some(({ shareBefore }) => shareBefore !== null);
  const name = ({ fromMs, toMs }: EngagedTime) => {
    const [from, to] = [durationText(fromMs, language), durationText(toMs, language)];
    if (toMs === null) return t('time.above', { from });
    return fromMs === 0 ? t('time.below', { to }) : t('time.between', { from, to });
  };
  const [now, before] = [t('time.now'), t('time.before')];
  return (
    <ChartOrTable
      label={t('time.chart')}
      head={[t('time.duration'), t('time.visits'), t('time.share'), ...(compared ? [before] : [])]}
      rows={times.map((time) => ({
        key: String(time.fromMs),
        cells: [
          name(time),
          countText(time.visits, language),
          shareText(time.share, language),
          ...(compared ? [shareText(time.shareBefore, language)] : []),
        ],
      }))}
      chart={
        <BarChart
          h={CHART.height}
          orientation="vertical"
          data={times.map((time) => ({
            name: inOneLine(name(time)),
            now: time.share,
            before: time.shareBefore,
          }))}
          dataKey="name"
          series={[
            { name: 'now', label: now, color: CHART.main },
            ...(compared ? [{ name: 'before', label: before, color: CHART.beside }] : []),
          ]}
          withLegend={compared}
          legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
          tickLine="none"
          gridAxis="none"
          valueFormatter={(value) => shareText(value, language)}
          withBarValueLabel
          yAxisProps={{ width: BARS.names, interval: 0 }}
          withXAxis={false}
          barChartProps={{ margin: { right: BARS.figures }, barGap: BARS.gap }}
          barProps={{ isAnimationActive: false }}
        />
      }
    />
  );
}

/** A chart breaks names at spaces. */
function inOneLine(name: string): string {
  return name.replaceAll(' ', '\u00a0');
}
