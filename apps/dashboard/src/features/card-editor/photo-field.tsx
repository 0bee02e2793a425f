import { Avatar, Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { PhotoCrop } from './photo-crop';

interface PhotoFieldProps {
  name: string;
  photo: string | null;
  error: ReactNode;
  /** @param photo a data URL, or none */
  onChange(photo: string | null): void;
}

/** The card's photo: chosen, cut to a square, and small enough before it is sent. */
export function PhotoField({ name, photo, error, onChange }: PhotoFieldProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const [chosen, setChosen] = useState<ImageBitmap>();
  const [refused, setRefused] = useState<'heic' | 'unreadable'>();
  // Without it the same file could not be chosen twice.
  const reset = useRef<() => void>(null);

  async function choose(file: File | null) {
    reset.current?.();
    if (file === null) return;
    setRefused(undefined);
    const isHeic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
    // Some browsers could read HEIC, but an owner who learns that here is lost on the next computer.
    if (isHeic) return setRefused('heic');
    try {
      setChosen(await createImageBitmap(file));
    } catch {
      setRefused('unreadable');
    }
  }

  const problem = refused === undefined ? error : t(`card-editor:photo.${refused}`);
  return (
    <Group gap="md" wrap="nowrap" align="flex-start">
      <Avatar
        src={photo}
        size="var(--num-portrait-size)"
        color="ink"
        name={photo === null ? name : ''}
        alt={photo === null ? '' : t('card-editor:photo.alt')}
      />
      <Stack gap="xs">
        <Group gap="xs">
          <FileButton resetRef={reset} accept="image/jpeg,image/png" onChange={(file) => void choose(file)}>
            {({ onClick }) => (
              <Button
                variant="light"
                leftSection={<IconPhotoPlus size={ICON.small} aria-hidden />}
                onClick={onClick}
              >
                {t(photo === null ? 'card-editor:photo.choose' : 'card-editor:photo.replace')}
              </Button>
            )}
          </FileButton>
          {photo !== null && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={ICON.small} aria-hidden />}
              onClick={() => onChange(null)}
            >
              {t('card-editor:photo.remove')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('card-editor:photo.hint')}
        </Text>
        {Boolean(problem) && <Input.Error role="alert">{problem}</Input.Error>}
      </Stack>
      {chosen !== undefined && (
        <PhotoCrop
          photo={chosen}
          onCancel={() => setChosen(undefined)}
          onCrop={(cropped) => {
            onChange(cropped);
            setChosen(undefined);
          }}
        />
      )}
    </Group>
  );
}
