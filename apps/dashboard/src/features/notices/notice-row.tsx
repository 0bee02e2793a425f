import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Notice } from '@num-ecard/contracts/notices';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@num-ecard/contracts/calendar';
import { WEIGHT } from '../../ui/theme';
import { NoticeIcon } from './notice-icon';
import { NoticeLink } from './notice-link';
import { noticeText } from './notice-words';

interface NoticeRowProps {
  notice: Notice;
  timeZone: string;
  isToday: boolean;
  /** Of the link that it is about. */
  label: string | undefined;
  /** The title of the card that it is about, where there are several. */
  card: string | undefined;
  /** It was opened. */
  onRead(): void;
}

export function NoticeRow({ notice, timeZone, isToday, label, card, onRead }: NoticeRowProps) {
  const { t, i18n } = useTranslation('notices');
  const isUnread = notice.readAt === null;
  const details = [
    timeOfDay(new Date(notice.at), timeZone, i18n.language),
    notice.kind === 'unusual' &&
      t(notice.counts.day === undefined ? 'unusual.views' : 'unusual.viewsDayBefore', {
        count: notice.counts.views,
      }),
    card,
  ].filter(Boolean);
  return (
    <Group wrap="nowrap" gap="sm">
      <NoticeIcon kind={notice.kind} />
      <Stack gap={0} flex={1} miw={0}>
        <NoticeLink
          path={notice.path}
          onFollow={onRead}
          c="var(--mantine-color-text)"
          fw={isUnread ? WEIGHT.bold : WEIGHT.regular}
        >
          {noticeText(notice, { label, isToday }, t)}
        </NoticeLink>
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      </Stack>
      {isUnread && (
        <Badge size="sm" variant="light">
          {t('unread')}
        </Badge>
      )}
    </Group>
  );
}
