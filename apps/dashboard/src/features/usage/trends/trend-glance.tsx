import '../../../locales/trends';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bucketText } from '@num-ecard/contracts/calendar';
import { countText } from '@num-ecard/contracts/numbers';
import { daysOf } from '../../../lib/period';
import { DeltaMark } from '../../../ui/delta-mark';
import { Panel } from '../../../ui/panel';
import { DashedLine, TrendLine } from '../../../ui/trend-line';
import type { UsageView } from '../usage-view';
import { trendsQuery } from './trends.query';

interface TrendGlanceProps {
  view: UsageView;
  /** The way to the whole of it. */
  more: ReactNode;
}

/** The visits of the last 30 days, below the day's figures. */
export function TrendGlance({ view, more }: TrendGlanceProps) {
  const { t, i18n } = useTranslation('trends');
  const range = daysOf('30d', view.today);
  const query = useQuery(trendsQuery({ ...view, range, interval: 'day', compare: 'previous' }));
  return (
    <Panel title={t('glance')} query={query} height="var(--num-glance-height)" actions={more}>
      {({ points, totals, previous }) => (
        <>
          <Group gap="xs" mb="sm">
            <Text>
              {t('glanceVisits', { count: totals.views, text: countText(totals.views, i18n.language) })}
            </Text>
            {previous && (
              <>
                <DeltaMark now={totals.views} before={previous.totals.views} />
                <Text size="sm" c="dimmed">
                  {t('glanceAgainst')} <DashedLine />
                </Text>
              </>
            )}
          </Group>
          <TrendLine
            label={t('glance')}
            values={points.map(({ views }) => views)}
            before={previous?.points.map(({ views }) => views)}
            height="var(--num-line-height)"
          />
          <Group justify="space-between" mt="xs">
            {[points[0], points.at(-1)].map((point, index) => (
              <Text key={index} size="xs" c="dimmed">
                {point && bucketText(point.start, 'day', i18n.language)}
              </Text>
            ))}
          </Group>
        </>
      )}
    </Panel>
  );
}
