import '../../../locales/results';
import { Group, Stack, Title } from '@mantine/core';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, Panel } from '../../../ui/panel';
import { ExportMenu } from '../export-menu';
import { FunnelChart } from './funnel-chart';
import { MonthFigures } from './month-figures';
import { MonthPicker } from './month-picker';
import { MonthSentence } from './month-sentence';
import { MonthsChart } from './months-chart';
import { shownMonth } from './months';
import { SpeedAndValue } from './speed-and-value';
import { trendQuery } from './trend.query';

interface ResultsPageProps {
  /** `YYYY-MM`; this one without. */
  month: string | undefined;
  /** The account's day. */
  today: string;
  onPick(month: string): void;
}

/** What the network brings, month by month. */
export function ResultsPage({ month: asked, today, onPick }: ResultsPageProps) {
  const { t } = useTranslation(['results', 'translation']);
  const month = shownMonth(asked, today);
  const query = useQuery(trendQuery(month));
  const latest = query.data?.months.at(-1);
  const pale = { isPlaceholderData: query.isPlaceholderData };
  return (
    <Stack gap="lg">
      <title>{`${t('results:title')} · ${t('translation:app.name')}`}</title>
      <Title order={1} size="h2">
        {t('results:title')}
      </Title>
      <Group justify="space-between" align="flex-start" gap="xs">
        <MonthPicker month={month} today={today} onPick={onPick} />
        <ExportMenu file="metrics" params={new URLSearchParams({ month })} title={t('results:title')} />
      </Group>
      <Panel title={t('results:sentence.title')} query={query} height="var(--num-month-height)">
        {() => latest && <MonthSummary metrics={latest} today={today} />}
      </Panel>
      {query.data && latest && (
        <>
          <Panel
            title={t('results:funnel.title')}
            query={{ ...answered(latest), ...pale }}
            height="var(--num-funnel-height)"
            isEmpty={({ cohort }) => cohort.received === 0}
            emptyText={t('results:funnel.none')}
          >
            {(metrics) => <FunnelChart metrics={metrics} />}
          </Panel>
          <Panel title={t('results:cohort.heading')} query={{ ...answered(latest), ...pale }} height="auto">
            {(metrics) => <MonthFigures metrics={metrics} />}
          </Panel>
          <Panel
            title={t('results:trend.title')}
            hint={t('results:trend.hint')}
            query={{ ...answered(query.data), ...pale }}
            height="var(--num-trend-height)"
            isEmpty={({ months }) => months.every(({ cohort }) => cohort.received === 0)}
            emptyText={t('results:trend.none')}
          >
            {({ months }) => <MonthsChart months={months} />}
          </Panel>
        </>
      )}
    </Stack>
  );
}

function MonthSummary(props: { metrics: ReferralMetrics; today: string }) {
  return (
    <Stack gap="lg">
      <MonthSentence {...props} />
      <SpeedAndValue metrics={props.metrics} />
    </Stack>
  );
}
