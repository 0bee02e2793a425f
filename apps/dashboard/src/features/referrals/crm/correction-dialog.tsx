import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type HistoryItem, MAX_NOTE, type RecommendationRecord } from '@num-ecard/contracts/referral';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { correctRecommendation } from './change-recommendation.api';
import { Failure } from './failure';
import { isStale } from './stale';
import { StaleNotice } from './stale-notice';
import { useChange } from './use-change';
import { useHistoryWords } from './use-history-words';

interface CorrectionDialogProps {
  record: RecommendationRecord;
  entry: HistoryItem | undefined;
  opened: boolean;
  onClose(): void;
}

/** Takes a wrong click back. Nothing of the history goes: what was wrong stays there, struck out. */
export function CorrectionDialog({ record, entry, opened, onClose }: CorrectionDialogProps) {
  const { t } = useTranslation('crm');
  const words = useHistoryWords(record);
  const [note, setNote] = useState('');
  const correcting = useChange((of: HistoryItem) =>
    correctRecommendation(record.id, { of: of.id, expected: record.status, note: note.trim() || null }),
  );
  const close = () => {
    correcting.reset();
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t('correction.title')} closeLabel={t('close')}>
      {entry !== undefined && (
        <Stack>
          <Text>{t('correction.text', { what: words.title(entry) })}</Text>
          {record.erasedAt === null && (
            <Textarea
              label={t('move.note')}
              maxLength={MAX_NOTE}
              autosize
              minRows={2}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
          {isStale(correcting.error) ? <StaleNotice item={record} /> : <Failure error={correcting.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              data-autofocus
              loading={correcting.isPending}
              onClick={() =>
                correcting.mutate(entry, {
                  onSuccess: () => {
                    setNote('');
                    close();
                  },
                })
              }
            >
              {t('correction.submit')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
