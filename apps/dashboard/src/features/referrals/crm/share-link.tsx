import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy, IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';

interface ShareLinkProps {
  url: string;
  /** What goes with it. */
  text: string;
}

/** A link to be sent by whatever the device has, or copied. */
export function ShareLink({ url, text }: ShareLinkProps) {
  const { t } = useTranslation('crm');
  // Not everywhere, and not on a page that is not safe.
  const canShare = 'share' in navigator;
  return (
    <Group gap="xs">
      {canShare && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconShare size={ICON.small} aria-hidden />}
          // Thinking better of it is no failure.
          onClick={() => void navigator.share({ text, url }).catch(() => undefined)}
        >
          {t('share.send')}
        </Button>
      )}
      <CopyButton value={`${text} ${url}`}>
        {({ copied, copy }) => {
          const Icon = copied ? IconCheck : IconCopy;
          return (
            <Button
              size="sm"
              variant="default"
              leftSection={<Icon size={ICON.small} aria-hidden />}
              onClick={copy}
            >
              <span aria-live="polite">{t(copied ? 'share.copied' : 'share.copy')}</span>
            </Button>
          );
        }}
      </CopyButton>
    </Group>
  );
}
