import '../../locales/notices';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Box, Group } from '@mantine/core';
import {
  createNotificationsStore,
  hideNotification,
  type NotificationData,
  Notifications,
  showNotification,
} from '@mantine/notifications';
import { calendarDay } from '@num-ecard/contracts/calendar';
import { LiveNotice } from '@num-ecard/contracts/notices';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parseJson } from '../../lib/parse-json';
import { gatherNotices } from './gather-notices';
import { NoticeLink } from './notice-link';
import { noticeText, type ToldNotice } from './notice-words';
import { linkLabelsQuery, readNotices } from './notices.query';
import classes from './notice-toasts.module.css';
import { NOTICES } from './unread.query';

export interface NoticeToastsProps {
  /** The data of each notification so far, as text. */
  told: readonly string[];
  /** The account's. */
  timeZone: string;
  /** Has it read out: an element of its own each time, or the same words would be no news to a screen reader. */
  onSay(words: ReactNode): void;
}

/** Long enough to read it twice; it stays on the list. */
const SHOWN_MS = 12_000;
/** What was missed comes in one go, but as one event after another. */
const GATHER_MS = 300;
/** Of its own: recommendations have the other one. */
const store = createNotificationsStore();
/** The one for several. */
const TOGETHER = 'together';

/**
 * Shows what comes while the dashboard is open, each once, and how many came while nobody looked. Recommendations are shown with their
 * names, by code of their own.
 */
export function NoticeToasts({ told, timeZone, onSay }: NoticeToastsProps) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  const taken = useRef(0);
  const shown = useRef(new Set<string>());
  const together = useRef(0);

  const read = async (id: string) => {
    hideNotification(id, store);
    await readNotices({ ids: [id] }).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: NOTICES });
  };
  const textOf = async (notice: ToldNotice, today: string) => {
    const labels =
      notice.kind === 'first-link-visit' && notice.cardId !== null
        ? await queryClient.fetchQuery(linkLabelsQuery(notice.cardId)).catch(() => undefined)
        : undefined;
    const label = notice.kind === 'first-link-visit' ? labels?.get(notice.counts.link) : undefined;
    return noticeText(notice, { label, isToday: calendarDay(new Date(notice.at), timeZone) >= today }, t);
  };
  const toast = (id: string, title: string, path: string, onFollow: () => void): NotificationData => ({
    id,
    // It is read out by the bell, once; an alert would interrupt.
    role: 'group',
    'aria-label': t('toast'),
    withBorder: true,
    closeButtonProps: { 'aria-label': t('close') },
    title,
    message: (
      <Group>
        <NoticeLink path={path} size="sm" onFollow={onFollow}>
          {t('open')}
        </NoticeLink>
      </Group>
    ),
  });
  /** With those that are shown so already. */
  const showTogether = (more: number) => {
    const count = together.current + more;
    const close = () => hideNotification(TOGETHER, store);
    close();
    together.current = count;
    const title = t('together', { count });
    showNotification(
      { ...toast(TOGETHER, title, '/notifications', close), onClose: () => void (together.current = 0) },
      store,
    );
    return title;
  };

  const show = useEffectEvent(async (fresh: readonly ToldNotice[]) => {
    const now = new Date();
    const gathered = gatherNotices(fresh, now);
    const today = calendarDay(now, timeZone);
    const said: string[] = [];
    if (gathered.together.length > 0) said.push(showTogether(gathered.together.length));
    const texts = await Promise.all(gathered.each.map((notice) => textOf(notice, today)));
    for (const [index, notice] of gathered.each.entries()) {
      const text = texts[index] ?? '';
      showNotification(
        toast(notice.id, text, notice.path, () => void read(notice.id)),
        store,
      );
      said.push(text);
    }
    onSay(<span key={fresh[0]?.id}>{said.join('. ')}</span>);
  });
  const take = useEffectEvent(() => {
    const fresh: ToldNotice[] = [];
    for (const text of told.slice(taken.current)) {
      const { data: notice } = LiveNotice.safeParse(parseJson(text));
      if (notice === undefined || notice.kind === 'recommendation' || shown.current.has(notice.id)) continue;
      shown.current.add(notice.id);
      fresh.push(notice);
    }
    taken.current = told.length;
    if (fresh.length > 0) void show(fresh);
  });
  useEffect(() => {
    const timer = setTimeout(take, GATHER_MS);
    return () => clearTimeout(timer);
  }, [told]);

  return (
    <Box component="section" aria-label={t('region')}>
      <Notifications
        store={store}
        position="top-right"
        limit={2}
        autoClose={SHOWN_MS}
        withinPortal={false}
        className={classes['toasts'] ?? ''}
      />
    </Box>
  );
}
