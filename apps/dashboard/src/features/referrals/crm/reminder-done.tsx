import { Button } from '@mantine/core';
import type { Reminder } from '@num-ecard/contracts/referral';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { changeReminder } from './change-recommendation.api';
import { Failure } from './failure';
import { useChange } from './use-change';

/** Ticks a reminder off. @param id of the recommendation */
export function ReminderDone({ id, reminder }: { id: string; reminder: Reminder }) {
  const { t } = useTranslation('crm');
  const finishing = useChange(() => changeReminder(id, reminder.id, { done: true }));
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconCheck size={ICON.small} aria-hidden />}
        loading={finishing.isPending}
        onClick={() => finishing.mutate(undefined)}
      >
        {t('reminder.done')}
      </Button>
      <Failure error={finishing.error} />
    </>
  );
}
