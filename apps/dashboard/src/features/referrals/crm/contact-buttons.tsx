import { Button, type ButtonProps, Group, Text } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { IconEyeOff, IconMail, IconMessage, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { usePersonName } from './use-person-name';

type Prospect = Recommendation['prospect'];

interface ContactProps {
  prospect: Prospect;
}

interface CallButtonProps extends ContactProps, Pick<ButtonProps, 'variant' | 'px'> {}

/** One tap to call. Nothing where there is no number that may be shown. */
export function CallButton({ prospect, variant = 'light', ...padding }: CallButtonProps) {
  const { t } = useTranslation('crm');
  const nameOf = usePersonName();
  if (prospect.phone === null) return null;
  return (
    <Button
      component="a"
      href={`tel:${prospect.phone}`}
      variant={variant}
      size="sm"
      {...padding}
      leftSection={<IconPhone size={ICON.small} aria-hidden />}
      aria-label={t('contact.callWhom', { name: nameOf.prospect(prospect), phone: prospect.phoneDisplay })}
    >
      {prospect.phoneDisplay}
    </Button>
  );
}

/** Every way to reach a prospect that may be used. */
export function ContactButtons({ prospect }: ContactProps) {
  const { t } = useTranslation('crm');
  if (prospect.phone === null && prospect.email === null) return null;
  return (
    <Group gap="xs">
      <CallButton prospect={prospect} variant="filled" />
      {prospect.phone !== null && (
        <Button
          component="a"
          href={`sms:${prospect.phone}`}
          size="sm"
          variant="default"
          leftSection={<IconMessage size={ICON.small} aria-hidden />}
        >
          {t('contact.sms')}
        </Button>
      )}
      {prospect.email !== null && (
        <Button
          component="a"
          href={`mailto:${prospect.email}`}
          size="sm"
          variant="default"
          leftSection={<IconMail size={ICON.small} aria-hidden />}
        >
          {prospect.email}
        </Button>
      )}
    </Group>
  );
}

/** How a prospect is reached, where there is little room: in words, to be read. */
export function ContactLine({ prospect }: ContactProps) {
  const { t } = useTranslation('crm');
  if (prospect.contact !== 'shown') {
    return (
      <Group gap="xs" wrap="nowrap" c="dimmed">
        <IconEyeOff size={ICON.small} aria-hidden />
        <Text size="sm">{t(`contact.${prospect.contact}`)}</Text>
      </Group>
    );
  }
  const reached = prospect.phoneDisplay ?? prospect.email;
  return (
    reached !== null && (
      <Text size="sm" c="dimmed">
        {reached}
      </Text>
    )
  );
}
