import { Button, Group, Stack, Textarea } from '@mantine/core';
import { MAX_NOTE } from '@num-ecard/contracts/referral';
import { useTranslation } from 'react-i18next';
import { addNote } from './change-recommendation.api';
import { Failure } from './failure';
import { useDraft } from './use-draft';
import { useChange } from './use-change';

/** What the owner writes down; what is typed stays until it is saved, though the record be closed meanwhile. */
export function NoteForm({ id }: { id: string }) {
  const { t } = useTranslation('crm');
  const { text, write, finish } = useDraft(id);
  const adding = useChange((note: string) => addNote(id, { text: note }));
  const words = text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '' && !adding.isPending) adding.mutate(words, { onSuccess: () => finish(text) });
      }}
    >
      <Stack gap="sm">
        <Textarea
          aria-label={t('note.label')}
          placeholder={t('note.placeholder')}
          maxLength={MAX_NOTE}
          autosize
          minRows={2}
          value={text}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
        <Failure error={adding.error} />
        <Group justify="flex-end">
          <Button
            type="submit"
            variant="default"
            size="sm"
            disabled={words === ''}
            loading={adding.isPending}
          >
            {t('note.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
