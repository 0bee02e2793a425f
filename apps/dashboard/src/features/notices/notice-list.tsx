import { Divider, Stack, Title } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import type { Notice } from '@num-ecard/contracts/notices';
import { useTranslation } from 'react-i18next';
import { dayBefore, dayText } from '@num-ecard/contracts/calendar';
import { LoadMore, type More } from '../../ui/load-more';
import { LIST } from '../../ui/theme';
import { noticeDays } from './notice-days';
import { NoticeRow } from './notice-row';

interface NoticeListProps {
  pages: readonly { readonly items: readonly Notice[] }[];
  timeZone: string;
  /** The account's day. */
  today: string;
  cards: readonly CardSummary[];
  /** Of the link that a notice is about. */
  labelOf(notice: Notice): string | undefined;
  onRead(notice: Notice): void;
  more?: More | undefined;
}

/** Notices by day, the latest first. */
export function NoticeList({ pages, timeZone, today, cards, labelOf, onRead, more }: NoticeListProps) {
  const { t, i18n } = useTranslation('notices');
  const nameOf = (day: string) => {
    if (day >= today) return t('today');
    return day === dayBefore(today) ? t('yesterday') : dayText(day, i18n.language, today);
  };
  const titleOf = ({ cardId }: Notice) =>
    cards.length > 1 ? cards.find(({ id }) => id === cardId)?.title : undefined;
  return (
    <Stack gap="lg">
      {noticeDays(pages, timeZone).map(({ day, notices }) => (
        <Stack key={day} gap="sm">
          <Title order={3} c="dimmed">
            {nameOf(day)}
          </Title>
          <Stack component="ul" gap="sm" {...LIST}>
            {notices.map((notice, index) => (
              <Stack key={notice.id} component="li" gap="sm">
                {index > 0 && <Divider />}
                <NoticeRow
                  notice={notice}
                  timeZone={timeZone}
                  isToday={day >= today}
                  label={labelOf(notice)}
                  card={titleOf(notice)}
                  onRead={() => onRead(notice)}
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
