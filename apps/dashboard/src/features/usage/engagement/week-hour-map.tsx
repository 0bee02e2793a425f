import { Group, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { UsageHours } from '@num-ecard/contracts/usage';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayText } from '@num-ecard/contracts/calendar';
import { countText } from '@num-ecard/contracts/numbers';
import { ChartOrTable } from '../../../ui/chart-or-table';
import { HEAT_MAP } from '../../../ui/theme';
import { HeatGrid } from './heat-grid';
import { busiestHour, heatLayout } from './week-hours';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type WeekHour = UsageHours['hours'][number];

/** On which days and at what hours the card is opened. */
export function WeekHourMap({ answer: { hours, previous } }: { answer: UsageHours }) {
  const { t, i18n } = useTranslation('engagement');
  const { language } = i18n;
  const { ref, width } = useElementSize();
  const [picked, setPicked] = useState<number>();
  const inWords = ({ weekday, hour, views }: WeekHour) => ({
    day: weekdayText(weekday, language, 'long'),
    hours: t('hours.from', { from: hour, to: hour + 1 }),
    visits: views === 0 ? t('hours.noVisits') : t('visits', { count: views }),
  });
  const cellText = (hour: WeekHour) => t('hours.cell', inWords(hour));
  const busiest = busiestHour(hours);
  const busiestBefore = previous && busiestHour(previous.hours);
  const shown = picked === undefined ? undefined : hours[picked];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {busiest && <Text>{t('hours.busiest', inWords(busiest))}</Text>}
        {busiestBefore && (
          <Text size="sm" c="dimmed">
            {t('hours.busiestBefore', inWords(busiestBefore))}
          </Text>
        )}
      </Group>
      <div ref={ref}>
        <ChartOrTable
          label={t('hours.chart')}
          head={[t('hours.hour'), ...DAYS.map((day) => weekdayText(day, language, 'short'))]}
          rows={Array.from({ length: 24 }, (_, hour) => ({
            key: String(hour),
            cells: [
              t('hours.from', { from: hour, to: hour + 1 }),
              ...DAYS.map((day) => countText(hours[(day - 1) * 24 + hour]?.views ?? 0, language)),
            ],
          }))}
          chart={
            width > 0 && (
              <HeatGrid
                hours={hours}
                layout={heatLayout(width, HEAT_MAP)}
                textOf={cellText}
                onPick={setPicked}
              />
            )
          }
        />
      </div>
      {/* Where there is no pointer to hover with, a tap tells the cell. */}
      <Text size="sm" ta="center" role="status">
        {shown && cellText(shown)}
      </Text>
    </Stack>
  );
}
