import { Button, Group, Stack, Text } from '@mantine/core';
import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/router-link';
import { ICON, WEIGHT } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { callAddress, type Toast, toastText } from './toast-words';

interface ToastBodyProps {
  toast: Toast;
  /** It has led somewhere. */
  onDone(): void;
}

/** What has happened, and the ways on. */
export function ToastBody({ toast, onDone }: ToastBodyProps) {
  const { t } = useTranslation('told');
  const [locale] = useLocale();
  const notification = toast.kind === 'one' && !toast.notification.held ? toast.notification : undefined;
  const phone = notification?.phoneDisplay ?? null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={WEIGHT.medium} c="var(--mantine-color-text)">
        {toastText(toast, t)}
      </Text>
      {notification?.consent && (
        <Text size="sm" c="dimmed">
          {consentName(notification.consent, locale)}
        </Text>
      )}
      <Group gap="xs">
        {notification ? (
          <LinkButton
            to="/referrals/prospects/$id"
            params={{ id: notification.id }}
            size="xs"
            onClick={onDone}
          >
            {t('open')}
          </LinkButton>
        ) : (
          <LinkButton to="/referrals" size="xs" onClick={onDone}>
            {t(toast.kind === 'many' ? 'open' : 'check')}
          </LinkButton>
        )}
        {phone !== null && (
          <Button
            component="a"
            href={callAddress(phone)}
            variant="default"
            size="xs"
            leftSection={<IconPhone size={ICON.tiny} aria-hidden />}
          >
            {t('call')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
