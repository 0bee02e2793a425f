import { EmptyState } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';

/** In the place of a prospect that there is not, or not for this account. */
export function ProspectGone() {
  const { t } = useTranslation('crm');
  return (
    <EmptyState variant="light" color="gray" icon={<IconUserOff size={ICON.large} aria-hidden />}>
      <EmptyState.Title order={3}>{t('record.gone')}</EmptyState.Title>
      <EmptyState.Description>{t('record.goneHint')}</EmptyState.Description>
    </EmptyState>
  );
}
