import '../../../locales/results';
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the network brings, month by month. */
export function ResultsPage() {
  const { t } = useTranslation(['results', 'translation']);
  return (
    <Stack gap="lg">
      <title>{`${t('results:title')} · ${t('translation:app.name')}`}</title>
      <Title order={1} size="h2">
        {t('results:title')}
      </Title>
    </Stack>
  );
}
