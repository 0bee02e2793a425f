import '../../../locales/trends';
import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { intervalsFor } from '../../../lib/period';
import { Panel } from '../../../ui/panel';
import type { UsagePageProps } from '../usage-page-props';
import { TrendsPanel } from './trends-panel';
import { trendsQuery } from './trends.query';

/** Whether the card is seen more than before. */
export function TrendsPage({ view, onChange }: UsagePageProps) {
  const { t } = useTranslation(['trends', 'translation']);
  const query = useQuery(trendsQuery(view));
  const intervals = intervalsFor(view.range);
  return (
    <Stack gap="lg">
      <Panel
        title={t('trends:title')}
        query={query}
        height="var(--num-trends-height)"
        actions={
          intervals.length > 1 && (
            <SegmentedControl
              aria-label={t('trends:interval.label')}
              value={view.interval}
              data={intervals.map((interval) => ({
                value: interval,
                label: t(`trends:interval.${interval}`),
              }))}
              onChange={(interval) => onChange({ interval })}
            />
          )
        }
      >
        {(data) => <TrendsPanel trends={data} today={view.today} ofAllTime={view.period === 'all'} />}
      </Panel>
    </Stack>
  );
}
