import { Paper, Skeleton, Text } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcement } from './announcement';
import { lastVisitText } from './last-visit';
import { SEPARATOR, todayInWords } from './today-in-words';
import { WEIGHT } from '../../ui/theme';

interface DayPanelProps {
  account: Account;
  summary: UsageSummary | undefined;
  /** The account's day. */
  today: string;
}

/** While loading, a day of the usual length keeps the room. */
const USUAL: UsageSummary = {
  views: { total: 15, today: 15 },
  clicks: { total: 11, today: 11, byTarget: [{ target: 'phone', total: 11, today: 11 }] },
  lastVisitAt: null,
};

/** The day in one sentence, and when the card was last opened. */
export function DayPanel({ account, summary, today }: DayPanelProps) {
  const { t, i18n } = useTranslation();
  const parts = todayInWords(summary ?? USUAL, t);
  const when = { timeZone: account.timezone, locale: i18n.language, today };
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} aria-busy={summary === undefined}>
      <Skeleton visible={summary === undefined} aria-hidden={summary === undefined}>
        <Text fz="sentence" lh="sentence" fw={WEIGHT.medium}>
          {/* Lines break between the parts where they can. */}
          {parts.map((part, index) => (
            <Fragment key={index}>
              <Text span inherit display="inline-block">
                {index < parts.length - 1 ? part + SEPARATOR.trimEnd() : part}
              </Text>{' '}
            </Fragment>
          ))}
        </Text>
        <Text c="dimmed" mt="xs">
          {t('lastVisit.label')} {lastVisitText(summary?.lastVisitAt ?? null, when, t)}
        </Text>
      </Skeleton>
      {summary !== undefined && <Announcement text={parts.join(SEPARATOR)} />}
    </Paper>
  );
}
