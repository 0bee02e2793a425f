import { Divider, Stack, Title } from '@mantine/core';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBefore, dayText } from '@num-ecard/contracts/calendar';
import { LoadMore, type More } from '../../../ui/load-more';
import { LIST } from '../../../ui/theme';
import { visitDays } from './visit-days';
import { VisitRow } from './visit-row';

interface VisitListProps {
  pages: readonly Pick<UsageVisits, 'visits'>[];
  timeZone: string;
  /** The account's day. */
  today: string;
  withCard: boolean;
  /** Absent where the list does not go on. */
  more?: More | undefined;
}

/** Visits by day, latest first. One that comes while they are looked at is lit up for a moment. */
export function VisitList({ pages, timeZone, today, withCard, more }: VisitListProps) {
  const { t, i18n } = useTranslation('visits');
  const [seenUntil] = useState(() => pages[0]?.visits[0]?.at ?? '');
  const nameOf = (day: string) => {
    if (day >= today) return t('today');
    return day === dayBefore(today) ? t('yesterday') : dayText(day, i18n.language, today);
  };
  return (
    <Stack gap="lg">
      {visitDays(pages, timeZone).map(({ day, visits }) => (
        <Stack key={day} gap="sm">
          <Title order={3} c="dimmed">
            {nameOf(day)}
          </Title>
          <Stack component="ul" gap="sm" {...LIST}>
            {visits.map(({ key, ...visit }, index) => (
              <Stack key={key} component="li" gap="sm">
                {index > 0 && <Divider />}
                <VisitRow
                  visit={visit}
                  timeZone={timeZone}
                  withCard={withCard}
                  isNew={visit.at > seenUntil}
                />
              </Stack>
            ))}
          </Stack>
        </Stack>
      ))}
      <LoadMore more={more} words={{ more: t('more'), failed: t('moreFailed'), end: t('end') }} />
    </Stack>
  );
}
