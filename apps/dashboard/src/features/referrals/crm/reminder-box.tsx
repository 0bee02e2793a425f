import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../../../lib/fetch-code';
import { Part } from '../../../ui/part';
import { addReminder } from './change-recommendation.api';
import { useClock } from './clock';
import { Failure } from './failure';
import { RecordSection } from './record-section';
import { REMINDER_CHOICES, reminderMoments } from './reminder-choices';
import { ReminderList } from './reminder-list';
import { useChange } from './use-change';

// Most remind themselves tomorrow.
const OwnMoment = lazy(() =>
  fetchCode(() => import('./own-moment').then((module) => ({ default: module.OwnMoment }))),
);

const MOST = 200;

/** When the owner wants to be reminded, and of what. */
export function ReminderBox({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const { today, timeZone } = useClock();
  const [text, setText] = useState('');
  const [picking, setPicking] = useState(false);
  const adding = useChange((dueAt: Date) =>
    addReminder(record.id, { dueAt: dueAt.toISOString(), text: text.trim() || null }),
  );
  const add = (dueAt: Date) =>
    adding.mutate(dueAt, {
      onSuccess: () => {
        setText('');
        setPicking(false);
      },
    });
  const moments = reminderMoments(today, timeZone);
  return (
    <RecordSection title={t('reminder.title')}>
      <ReminderList record={record} />
      <Stack gap="sm">
        <TextInput
          aria-label={t('reminder.text')}
          placeholder={t('reminder.text')}
          maxLength={MOST}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group gap="xs" role="group" aria-label={t('reminder.when')}>
          {REMINDER_CHOICES.map((choice) => (
            <Button
              key={choice}
              variant="default"
              size="sm"
              aria-disabled={adding.isPending}
              onClick={() => adding.isPending || add(moments[choice])}
            >
              {t(`reminder.${choice}`)}
            </Button>
          ))}
          <Button variant="subtle" size="sm" aria-expanded={picking} onClick={() => setPicking(!picking)}>
            {t('reminder.own')}
          </Button>
          <Text role="status" size="sm" c="dimmed">
            {adding.isSuccess ? t('reminder.added') : null}
          </Text>
        </Group>
        {picking && (
          <Part fallback={<Skeleton h="var(--num-switcher-height)" />}>
            <OwnMoment adding={adding.isPending} onChoose={add} />
          </Part>
        )}
        <Failure error={adding.error} />
      </Stack>
    </RecordSection>
  );
}
