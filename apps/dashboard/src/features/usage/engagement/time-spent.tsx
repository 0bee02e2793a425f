import { Stack, Text } from '@mantine/core';
import type { UsageEngagement } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { durationText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import { FigureRow } from '../figure-row';
import { engagedTimes } from './engaged-times';
import { EngagedTimeChart } from './engaged-time-chart';

const SECOND_MS = 1_000;
/** Half of fewer visits than these is nothing to make a sentence of. */
const FEW_VISITS = 5;

/** How long the card is looked at: in words, in figures, and how the visits spread. */
export function TimeSpent({ engagement }: { engagement: UsageEngagement }) {
  const { t, i18n } = useTranslation('engagement');
  const { visits, medianMs, averageMs, previous } = engagement;
  const duration = (milliseconds: number | null) => durationText(milliseconds, i18n.language);
  // Without visits there is no time that another could be compared with.
  const compared = (now: number | null, before: number | null | undefined) =>
    now === null || before === null || before === undefined
      ? {}
      : { now, before, beforeText: duration(before) };
  return (
    <Stack gap="md">
      {medianMs !== null && visits >= FEW_VISITS && (
        <Text fw={WEIGHT.medium}>
          {medianMs < SECOND_MS ? t('time.halfBrief') : t('time.half', { duration: duration(medianMs) })}
        </Text>
      )}
      <FigureRow
        figures={[
          {
            key: 'median',
            label: t('time.median'),
            text: duration(medianMs),
            ...compared(medianMs, previous?.medianMs),
          },
          {
            key: 'average',
            label: t('time.average'),
            text: duration(averageMs),
            ...compared(averageMs, previous?.averageMs),
          },
        ]}
      />
      <EngagedTimeChart times={engagedTimes(engagement)} />
    </Stack>
  );
}
