import '../../../locales/ambassadors';
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Who recommends, and with what success. */
export function AmbassadorsPage() {
  const { t } = useTranslation(['ambassadors', 'translation']);
  return (
    <Stack gap="lg">
      <title>{`${t('ambassadors:title')} · ${t('translation:app.name')}`}</title>
      <Title order={1} size="h2">
        {t('ambassadors:title')}
      </Title>
    </Stack>
  );
}
