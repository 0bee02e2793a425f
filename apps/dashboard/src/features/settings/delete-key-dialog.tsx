import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ApiKey } from '@num-ecard/contracts/api-keys';
import { useTranslation } from 'react-i18next';
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
    <Modal
      opened={apiKey !== null}
      onClose={onClose}
      title={t('settings:keys.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('settings:keys.close') }}
      centered
    >
      {apiKey !== null && (
        <Stack>
          <Text>{t('settings:keys.deleteHint', { name: apiKey.name })}</Text>
          <Failure error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('settings:keys.keep')}
            </Button>
            <Button color="red" loading={deleting} onClick={() => onDelete(apiKey)}>
              {t('settings:keys.delete')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
