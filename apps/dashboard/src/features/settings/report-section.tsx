import { Button, Group, Stack, Text } from '@mantine/core';
import { calendarDay, monthText, shortDate, timeOfDay } from '@num-ecard/contracts/calendar';
import type { MonthlyState } from '@num-ecard/contracts/monthly-report';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fetched } from './fetched';
import type { PartProps } from './part-props';
import { ReportDialog } from './report-dialog';
import { ReportForm } from './report-form';
import { reportStateQuery } from './report.query';

/** The month's report: whether it comes by e-mail, how the last one came along, and what it looks like. */
export function ReportSection(part: PartProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const query = useQuery(reportStateQuery);
  const [opened, setOpened] = useState(false);
  return (
    <Stack>
      <ReportForm {...part} />
      <Fetched query={query} height="var(--num-tile-height)">
        {({ last, months }) => (
          <>
            {last !== null && <LastReport last={last} timezone={part.settings.timezone} />}
            {months.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('settings:report.none')}
              </Text>
            ) : (
              <Group>
                <Button variant="default" onClick={() => setOpened(true)}>
                  {t('settings:report.look')}
                </Button>
              </Group>
            )}
            {opened && (
              <ReportDialog months={months} email={part.settings.email} onClose={() => setOpened(false)} />
            )}
          </>
        )}
      </Fetched>
    </Stack>
  );
}

function LastReport({ last, timezone }: { last: NonNullable<MonthlyState['last']>; timezone: string }) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const { state, sentAt } = last;
  const at = new Date(sentAt ?? 0);
  const date = shortDate(at, timezone, i18n.language, calendarDay(new Date(), timezone));
  const time = timeOfDay(at, timezone, i18n.language);
  const month = monthText(last.month, i18n.language);
  return (
    <Text size="sm" c="dimmed">
      {t('settings:report.last', { month, state: t(`settings:report.state.${state}`, { date, time }) })}
    </Text>
  );
}
