import '../../../locales/crm';
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the owner must do now. */
export function FollowUpsPage() {
  const { t } = useTranslation(['crm', 'translation']);
  return (
    <Stack gap="lg">
      <title>{`${t('crm:followUps.title')} · ${t('translation:app.name')}`}</title>
      <Title order={1} size="h2">
        {t('crm:followUps.title')}
      </Title>
    </Stack>
  );
}
