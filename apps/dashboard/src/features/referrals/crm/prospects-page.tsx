import '../../../locales/crm';
import { Stack, Title } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Every recommended prospect. */
export function ProspectsPage() {
  const { t } = useTranslation(['crm', 'translation']);
  return (
    <Stack gap="lg">
      <title>{`${t('crm:prospects.title')} · ${t('translation:app.name')}`}</title>
      <Title order={1} size="h2">
        {t('crm:prospects.title')}
      </Title>
      <Outlet />
    </Stack>
  );
}
