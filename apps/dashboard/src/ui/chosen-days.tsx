import '../locales/period';
import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { DatePickerInput } from '@mantine/dates';
import { MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ChosenDaysProps {
  range: DayRange;
  today: string;
  onChoose(range: DayRange): void;
}

/** The first and the last day of a period, picked from a calendar. */
export function ChosenDays({ range, today, onChoose }: ChosenDaysProps) {
  const { t, i18n } = useTranslation('period');
  const [days, setDays] = useState<[string | null, string | null]>([range.from, range.to]);
  return (
    <DatePickerInput
      type="range"
      label={t('period.days')}
      value={days}
      onChange={(chosen) => {
        setDays(chosen);
        const [from, to] = chosen;
        if (from !== null && to !== null) onChoose({ from, to });
      }}
      minDate={addDays(today, 1 - MAX_PERIOD_DAYS)}
      maxDate={today}
      valueFormat="D MMM YYYY"
      locale={i18n.language}
      firstDayOfWeek={1}
      allowSingleDateInRange
      maw="var(--num-picker-width)"
      popoverProps={{ withinPortal: false }}
    />
  );
}
