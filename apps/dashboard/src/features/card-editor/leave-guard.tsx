import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';

/** Asks before what was typed is left behind. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Dialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('card-editor:leave.title')}
      closeLabel={t('card-editor:leave.stay')}
    >
      <Stack gap="lg">
        <Text>{t('card-editor:leave.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('card-editor:leave.go')}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {t('card-editor:leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
