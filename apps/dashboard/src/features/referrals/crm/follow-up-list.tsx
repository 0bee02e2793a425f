import { Divider, Stack, Text, Title } from '@mantine/core';
import type { FollowUps } from '@num-ecard/contracts/referral';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST } from '../../../ui/theme';
import { useWhen } from './clock';
import { FollowUpRow } from './follow-up-row';
import { ReminderDone } from './reminder-done';

/** Reminders first, for they were promised; then who waits for a first call; then whose data is about to go. */
export function FollowUpList({ followUps }: { followUps: FollowUps }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const { reminders, notContacted, expiring, counts } = followUps;
  return (
    <Stack gap="xl">
      <Group
        title={t('followUps.reminders', { count: counts.reminders })}
        shown={reminders.length}
        of={counts.reminders}
      >
        {reminders.map(({ reminder, recommendation }) => (
          <FollowUpRow
            key={reminder.id}
            item={recommendation}
            why={[t('reminder.due', { when: when(reminder.dueAt) }), reminder.text]
              .filter((part) => part !== null)
              .join(' · ')}
            action={<ReminderDone id={recommendation.id} reminder={reminder} />}
          />
        ))}
      </Group>
      <Group
        title={t('followUps.notContacted', { count: counts.notContacted })}
        shown={notContacted.length}
        of={counts.notContacted}
      >
        {notContacted.map((item) => (
          <FollowUpRow
            key={item.id}
            item={item}
            why={t('followUps.waits', { when: when(item.receivedAt) })}
          />
        ))}
      </Group>
      <Group
        title={t('followUps.expiring', { count: counts.expiring })}
        shown={expiring.length}
        of={counts.expiring}
      >
        {expiring.map((item) => (
          <FollowUpRow
            key={item.id}
            item={item}
            why={item.eraseAt === null ? '' : t('followUps.expires', { when: when(item.eraseAt) })}
          />
        ))}
      </Group>
    </Stack>
  );
}

interface GroupProps {
  title: string;
  shown: number;
  /** How many there are, of which the most urgent are shown. */
  of: number;
  children: readonly ReactElement[];
}

function Group({ title, shown, of, children }: GroupProps) {
  const { t } = useTranslation('crm');
  if (shown === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={3}>{title}</Title>
      <Stack component="ul" gap="sm" {...LIST}>
        {children.map((row, index) => (
          <Stack key={row.key ?? index} component="li" gap="sm">
            {index > 0 && <Divider />}
            {row}
          </Stack>
        ))}
      </Stack>
      {of > shown && (
        <Text size="sm" c="dimmed">
          {t('followUps.more', { count: of - shown })}
        </Text>
      )}
    </Stack>
  );
}
