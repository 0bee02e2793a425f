import { Button, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../ui/failure-text';
import { ICON } from '../../ui/theme';
import type { SaveState, useCardForm } from './use-card-form';

const ICONS: Readonly<Record<SaveState, typeof IconPencil>> = {
  saved: IconCircleCheck,
  saving: IconPencil,
  unsaved: IconPencil,
  failed: IconAlertTriangle,
  wrong: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

/** Whether the card is saved, and the way to save it; always in sight. */
export function SaveBar({ editor }: { editor: ReturnType<typeof useCardForm> }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const { t: inWords } = useTranslation();
  const { state, error } = editor;
  const Icon = ICONS[state];
  const alarming = state === 'failed' || state === 'wrong' || state === 'conflict';
  return (
    <Paper
      p="sm"
      shadow="md"
      pos="sticky"
      bottom="var(--num-above-footer)"
      // Above the fields that pass below it.
      style={{ zIndex: 2 }}
    >
      <Group justify="space-between" gap="xs">
        <Group
          gap="xs"
          wrap="nowrap"
          flex="1 1 var(--num-state-width)"
          role="status"
          c={alarming ? 'error' : 'dimmed'}
        >
          <Icon size={ICON.medium} aria-hidden />
          <Text size="sm">
            {t(`card-editor:save.${state}`)} {state === 'failed' && failureText(error, inWords)}
          </Text>
        </Group>
        <Group gap="xs" ml="auto">
          {state === 'conflict' ? (
            <>
              <Button variant="default" onClick={editor.reload}>
                {t('card-editor:save.theirs')}
              </Button>
              <Button onClick={editor.insist}>{t('card-editor:save.mine')}</Button>
            </>
          ) : (
            <>
              {editor.dirty && state !== 'saving' && (
                <Button variant="subtle" color="gray" onClick={editor.undo}>
                  {t('card-editor:save.undo')}
                </Button>
              )}
              <Button type="submit" disabled={state === 'saved'} loading={state === 'saving'}>
                {t(state === 'failed' ? 'translation:app.retry' : 'card-editor:save.submit')}
              </Button>
            </>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
