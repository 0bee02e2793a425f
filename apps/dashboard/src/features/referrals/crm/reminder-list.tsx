import { ActionIcon, Box, Button, Group, Stack, Text } from '@mantine/core';
import type { RecommendationRecord, Reminder } from '@num-ecard/contracts/referral';
import { IconBell, IconCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON, LIST } from '../../../ui/theme';
import { changeReminder, deleteReminder } from './change-recommendation.api';
import { useWhen } from './clock';
import { Failure } from './failure';
import { useChange } from './use-change';

/** What one is to be reminded of, the soonest first: done, or no longer wanted. */
export function ReminderList({
  record: { id, reminders },
}: {
  record: Pick<RecommendationRecord, 'id' | 'reminders'>;
}) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const finishing = useChange((reminder: Reminder) => changeReminder(id, reminder.id, { done: true }));
  const deleting = useChange((reminder: Reminder) => deleteReminder(id, reminder.id));
  const open = reminders
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (open.length === 0) return null;
  return (
    <Stack gap="sm">
      <Stack component="ul" gap="sm" {...LIST}>
        {open.map((reminder) => (
          <Group key={reminder.id} component="li" gap="sm" wrap="nowrap">
            <IconBell size={ICON.small} aria-hidden style={{ flex: 'none' }} />
            <Box flex={1} miw={0}>
              <Text size="sm">{t('reminder.due', { when: when(reminder.dueAt) })}</Text>
              {reminder.text !== null && (
                <Text size="sm" c="dimmed">
                  {reminder.text}
                </Text>
              )}
            </Box>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCheck size={ICON.small} aria-hidden />}
              loading={finishing.isPending && finishing.variables.id === reminder.id}
              onClick={() => finishing.mutate(reminder)}
            >
              {t('reminder.done')}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('reminder.delete', { when: when(reminder.dueAt) })}
              loading={deleting.isPending && deleting.variables.id === reminder.id}
              onClick={() => deleting.mutate(reminder)}
            >
              <IconTrash size={ICON.small} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Failure error={finishing.error ?? deleting.error} />
    </Stack>
  );
}
