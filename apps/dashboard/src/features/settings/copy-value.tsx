import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';

/** Copies a text, and says so. */
export function CopyValue({ value }: { value: string }) {
  const { t } = useTranslation(['settings', 'translation']);
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => {
        const Icon = copied ? IconCheck : IconCopy;
        return (
          <Button variant="default" leftSection={<Icon size={ICON.small} aria-hidden />} onClick={copy}>
            <span aria-live="polite">{copied ? t('settings:copied') : t('settings:copy')}</span>
          </Button>
        );
      }}
    </CopyButton>
  );
}
