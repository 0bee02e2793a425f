import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { useTranslation } from 'react-i18next';
import { monthText } from '@num-ecard/contracts/calendar';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import { FigureList } from './figure-list';
import { daysOfMonth } from './months';

const COHORT = ['received', 'contacted', 'appointments', 'converted', 'lost'] as const;

/** What became of those received in the month, beside what was done in it; they are easily taken for one another. */
export function MonthFigures({ metrics: { month, cohort, activity } }: { metrics: ReferralMetrics }) {
  const { t, i18n } = useTranslation('results');
  const { language } = i18n;
  const range = daysOfMonth(month);
  const name = monthText(month, language);
  return (
    <Stack gap="md">
      <Text>{t('cohort.difference', { month: name })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <FigureList
          title={t('cohort.title', { month: name })}
          range={range}
          figures={[
            ...COHORT.map((figure) => ({
              key: figure,
              label: t(`cohort.${figure}`),
              text: countText(cohort[figure], language),
              of: figure,
            })),
            {
              key: 'rate',
              label: t('cohort.rate'),
              text: shareText(cohort.rate, language),
              of: 'converted' as const,
            },
          ]}
        />
        <FigureList
          title={t('activity.title', { month: name })}
          range={range}
          figures={[
            {
              key: 'contacted',
              label: t('activity.contacted'),
              text: countText(activity.contacted, language),
              of: 'contactsMade',
            },
            {
              key: 'converted',
              label: t('activity.converted'),
              text: countText(activity.converted, language),
              of: 'clientsWon',
            },
          ]}
        />
      </SimpleGrid>
    </Stack>
  );
}
