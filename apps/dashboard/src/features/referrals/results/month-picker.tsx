import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { monthLater } from './months';

interface MonthPickerProps {
  month: string;
  /** The account's day. */
  today: string;
  onPick(month: string): void;
}

/** Which month, this one at the latest. */
export function MonthPicker({ month, today, onPick }: MonthPickerProps) {
  const { t, i18n } = useTranslation('results');
  const isLast = month === today.slice(0, 7);
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t('month.before')}
          onClick={() => onPick(monthLater(month, -1))}
        >
          <IconChevronLeft size={ICON.small} aria-hidden />
        </ActionIcon>
        <MonthPickerInput
          label={t('month.label')}
          value={`${month}-01`}
          onChange={(day) => day !== null && onPick(day.slice(0, 7))}
          maxDate={today}
          locale={i18n.language}
          valueFormat="MMMM YYYY"
          popoverProps={{ withinPortal: false }}
          flex={1}
          maw="var(--num-month-width)"
        />
        {/* Not taken away from under the finger that has just pressed it. */}
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t('month.after')}
          aria-disabled={isLast}
          data-disabled={isLast}
          onClick={() => !isLast && onPick(monthLater(month, 1))}
        >
          <IconChevronRight size={ICON.small} aria-hidden />
        </ActionIcon>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {isLast && t('month.underWay')}
      </Text>
    </Stack>
  );
}
