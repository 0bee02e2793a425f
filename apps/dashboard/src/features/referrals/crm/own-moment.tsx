import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { Button, Group } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { addDays } from '@num-ecard/contracts/period-calendar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../../lib/local-time';
import { useLocale } from '../../../ui/use-locale';
import { useClock } from './clock';
import { REMINDER_TIME } from './reminder-choices';

interface OwnMomentProps {
  adding: boolean;
  onChoose(moment: Date): void;
}

/** A day and a time of one's own, of the account's time zone. */
export function OwnMoment({ adding, onChoose }: OwnMomentProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const { today, timeZone } = useClock();
  const [value, setValue] = useState<string | null>(`${addDays(today, 1)} ${REMINDER_TIME}:00`);
  const moment = () => {
    const [day, time] = (value ?? '').split(' ');
    return day && time ? momentOf(day, time.slice(0, 5), timeZone) : undefined;
  };
  return (
    <Group gap="xs" align="flex-end">
      <DateTimePicker
        label={t('reminder.moment')}
        value={value}
        onChange={setValue}
        minDate={today}
        valueFormat="D MMM YYYY HH:mm"
        locale={locale}
        firstDayOfWeek={1}
        popoverProps={{ withinPortal: false }}
        submitButtonProps={{ 'aria-label': t('reminder.picked') }}
        flex={1}
      />
      <Button
        loading={adding}
        disabled={value === null}
        onClick={() => {
          const chosen = moment();
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {t('reminder.add')}
      </Button>
    </Group>
  );
}
