import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rangeInSentence } from '@num-ecard/contracts/calendar';
import { countText } from '@num-ecard/contracts/numbers';
import { isUnderWay } from '../../../lib/period';
import { FigureRow } from '../figure-row';
import { TrendChart } from './trend-chart';
import { METRICS, type Metric, sinceFirst, trendPoints } from './trend-points';

interface TrendsPanelProps {
  trends: UsageTrends;
  /** The account's day. */
  today: string;
  /** Whether the period is all that is kept. */
  ofAllTime?: boolean;
}

/** The totals of a period, and one of them over time. */
export function TrendsPanel({ trends, today, ofAllTime = false }: TrendsPanelProps) {
  const { t, i18n } = useTranslation(['trends', 'translation']);
  const [metric, setMetric] = useState<Metric>('views');
  const { totals, previous, interval, period } = trends;
  const points = trendPoints(trends, metric);
  const comparedWith =
    previous === undefined
      ? undefined
      : t(isUnderWay(period, today) ? 'trends:againstSoFar' : 'trends:against', {
          period: rangeInSentence(previous.period, i18n.language),
        });
  return (
    <Stack gap="md">
      <FigureRow
        figures={METRICS.map((name) => ({
          key: name,
          label: t(`trends:metric.${name}`),
          text: countText(totals[name], i18n.language),
          now: totals[name],
          before: previous?.totals[name],
        }))}
      />
      {comparedWith !== undefined && (
        <Text size="sm" c="dimmed">
          {comparedWith}
        </Text>
      )}
      <SegmentedControl
        aria-label={t('trends:metric.label')}
        value={metric}
        data={METRICS.map((name) => ({ value: name, label: t(`trends:metric.${name}`) }))}
        onChange={setMetric}
        w="fit-content"
      />
      <TrendChart
        label={t('trends:chart', { metric: t(`trends:metric.${metric}`) })}
        points={ofAllTime ? sinceFirst(points) : points}
        interval={interval}
      />
    </Stack>
  );
}
