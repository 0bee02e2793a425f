import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { IconAlertCircle } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../ui/failure-text';
import { ICON } from '../../../ui/theme';

interface LinkRemovalProps {
  link: NamedLink;
  removing: UseMutationResult<void, Error, string>;
  onRemoved(): void;
  onCancel(): void;
}

/** Asks before a link is deleted, and says what stays. */
export function LinkRemoval({ link, removing, onRemoved, onCancel }: LinkRemovalProps) {
  const { t } = useTranslation('sources');
  const { t: shared } = useTranslation();
  return (
    <Stack>
      <Text>{t('remove.figures', { code: link.code })}</Text>
      <Text>{t('remove.paper')}</Text>
      {removing.isError && (
        <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
          {failureText(removing.error, shared)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          loading={removing.isPending}
          onClick={() => removing.mutate(link.code, { onSuccess: onRemoved })}
        >
          {t('remove.submit')}
        </Button>
      </Group>
    </Stack>
  );
}
