import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { useTranslation } from 'react-i18next';
import { eurosText, shareText, waitText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { daysOfMonth } from './months';

/** How fast prospects were called, and what their business is worth. */
export function SpeedAndValue({ metrics }: { metrics: ReferralMetrics }) {
  const { t, i18n } = useTranslation('results');
  const { language } = i18n;
  const range = daysOfMonth(metrics.month);
  const figures = [
    { name: 'median', text: waitText(metrics.medianHoursToContact, language), of: 'contacted' },
    { name: 'within24h', text: shareText(metrics.contactedWithin24h, language), of: 'contactedWithin24h' },
    { name: 'value', text: eurosText(metrics.convertedValueCents, language), of: 'converted' },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: figures.length }} spacing="sm">
      {figures.map(({ name, text, of }) => (
        <Paper key={name} p="md">
          <Text size="sm" fw={WEIGHT.medium} c="dimmed">
            {t(`speed.${name}`)}
          </Text>
          <Text fz="2xl" lh="figure" fw={WEIGHT.bold}>
            <FigureLink figure={of} range={range} label={`${t(`speed.${name}`)}, ${text}`}>
              {text}
            </FigureLink>
          </Text>
          <Text size="sm" c="dimmed">
            {t(`speed.${name}Hint`)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
