import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before what was typed is left behind. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('card-editor:leave.title')}
      closeButtonProps={{ 'aria-label': t('card-editor:leave.stay') }}
      centered
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
    </Modal>
  );
}
