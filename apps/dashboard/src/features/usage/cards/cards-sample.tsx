import '../../../locales/cards';
import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sampleCards, sampleCross } from './cards-sample-data';
import { ComparisonTable } from './comparison-table';
import { CrossTable } from './cross-table';

/** Cards compared, with made-up figures. */
export function CardsSample() {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'fr';
  return (
    <Stack gap="lg">
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <ComparisonTable data={sampleCards()} />
      </Paper>
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <CrossTable data={sampleCross(locale)} />
      </Paper>
    </Stack>
  );
}
