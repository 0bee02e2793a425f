import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rangeInSentence } from '@num-ecard/contracts/calendar';
import { isUnderWay } from '../../../lib/period';
import type { UsagePageProps } from '../usage-page-props';
import { EngagementPanels } from './engagement-panels';
import { clicksQuery, devicesQuery, engagementQuery, hoursQuery } from './engagement.query';

/** Whether visitors read the card, and what they press. */
export function EngagementPage({ view }: UsagePageProps) {
  const { t, i18n } = useTranslation('engagement');
  const clicks = useQuery(clicksQuery(view));
  const engagement = useQuery(engagementQuery(view));
  const devices = useQuery(devicesQuery(view));
  const hours = useQuery(hoursQuery(view));
  const isComing = view.compare !== 'none' && clicks.data === undefined && !clicks.isError;
  // While it is fetched, days of its own keep the room.
  const { period, previous } = clicks.data ?? {
    period: view.range,
    previous: isComing ? { period: view.range } : undefined,
  };
  return (
    <Stack gap="md">
      {previous && (
        <Skeleton visible={isComing} aria-hidden={isComing}>
          <Text size="sm" c="dimmed">
            {t(isUnderWay(period, view.today) ? 'againstSoFar' : 'against', {
              period: rangeInSentence(previous.period, i18n.language),
            })}
          </Text>
        </Skeleton>
      )}
      <EngagementPanels
        clicks={clicks}
        engagement={engagement}
        devices={devices}
        hours={hours}
        timezone={view.account.timezone}
      />
    </Stack>
  );
}
