import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ApiKey } from '@num-ecard/contracts/api-keys';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../ui/theme';
import { Failure } from './outcome';

interface DeleteKeyDialogProps {
  /** Null while none is to be deleted. */
  apiKey: ApiKey | null;
  deleting: boolean;
  error: unknown;
  onDelete(key: ApiKey): void;
  onClose(): void;
}

/** Asks once more: what a key opened stays shut. */
export function DeleteKeyDialog({ apiKey, deleting, error, onDelete, onClose }: DeleteKeyDialogProps) {
  const { t } = useTranslation(['settings', 'translation']);
  return (
    // Not `Modal` itself: its `header` element would be a second banner of the page.
    <Modal.Root opened={apiKey !== null} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          {apiKey !== null && (
            <Stack>
              <Modal.Title fw={WEIGHT.bold}>{t('settings:keys.deleteTitle')}</Modal.Title>
              <Text>{t('settings:keys.deleteHint', { name: apiKey.name })}</Text>
              <Failure error={error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t('settings:keys.keep')}
                </Button>
                <Button
                  variant="default"
                  c="var(--mantine-color-error)"
                  loading={deleting}
                  onClick={() => onDelete(apiKey)}
                >
                  {t('settings:keys.delete')}
                </Button>
              </Group>
            </Stack>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
