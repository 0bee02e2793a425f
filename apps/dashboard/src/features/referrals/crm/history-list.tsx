import { Button, Stack, Text, Timeline } from '@mantine/core';
import type { HistoryItem, RecommendationRecord } from '@num-ecard/contracts/referral';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useWhen } from './clock';
import { CorrectionDialog } from './correction-dialog';
import classes from './crm.module.css';
import { HISTORY_ICONS } from './history-icons';
import { useHistoryWords } from './use-history-words';

/** All that happened to a prospect, the latest first; a wrong click is taken back from here. */
export function HistoryList({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const words = useHistoryWords(record);
  const [wrong, setWrong] = useState<HistoryItem>();
  const [opened, setOpened] = useState(false);
  const correct = (entry: HistoryItem) => {
    setWrong(entry);
    setOpened(true);
  };
  return (
    <>
      <Timeline bulletSize="var(--num-bullet-size)" lineWidth="var(--num-timeline-width)">
        {record.history.toReversed().map((entry) => {
          const Icon = HISTORY_ICONS[entry.kind];
          return (
            <Timeline.Item
              key={entry.id}
              bullet={<Icon size={ICON.tiny} aria-hidden />}
              title={
                <Text span size="sm" td={entry.takenBack ? 'line-through' : undefined}>
                  {words.title(entry)}
                </Text>
              }
            >
              <Stack gap={0} align="flex-start">
                {entry.takenBack && <Text size="sm">{t('history.takenBack')}</Text>}
                {entry.note !== null && (
                  <Text size="sm" className={classes['typed']}>
                    {entry.note}
                  </Text>
                )}
                <Text size="sm" c="dimmed">
                  {t('history.by', { who: words.actor(entry), when: when(entry.at) })}
                </Text>
                {entry.correctable && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('history.correctThis', { what: words.title(entry) })}
                    onClick={() => correct(entry)}
                  >
                    {t('history.correct')}
                  </Button>
                )}
              </Stack>
            </Timeline.Item>
          );
        })}
      </Timeline>
      <CorrectionDialog record={record} entry={wrong} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
