import '../../locales/notices';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Box, Group } from '@mantine/core';
import {
  createNotificationsStore,
  hideNotification,
  Notifications,
  showNotification,
} from '@mantine/notifications';
import { LiveNotice } from '@num-ecard/contracts/notices';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parseJson } from '../../lib/parse-json';
import { NoticeLink } from './notice-link';
import { noticeText, type ToldNotice } from './notice-words';
import { linkLabelsQuery, readNotices } from './notices.query';
import classes from './notice-toasts.module.css';
import { NOTICES } from './unread.query';

export interface NoticeToastsProps {
  /** The data of each notification so far, as text. */
  told: readonly string[];
  /** Has it read out. */
  onSay(text: string): void;
}

/** Long enough to read it twice; it stays on the list. */
const SHOWN_MS = 12_000;
/** Of its own: recommendations have the other one. */
const store = createNotificationsStore();

/** Shows what comes while the dashboard is open, each once. Recommendations are shown with their names, by code of their own. */
export function NoticeToasts({ told, onSay }: NoticeToastsProps) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  const taken = useRef(0);
  const shown = useRef(new Set<string>());

  const read = async (id: string) => {
    hideNotification(id, store);
    await readNotices({ ids: [id] }).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: NOTICES });
  };
  const labelOf = async ({ cardId, counts }: Extract<ToldNotice, { kind: 'first-link-visit' }>) => {
    if (cardId === null) return undefined;
    const labels = await queryClient.fetchQuery(linkLabelsQuery(cardId)).catch(() => undefined);
    return labels?.get(counts.link);
  };

  const show = useEffectEvent(async (notice: ToldNotice) => {
    const label = notice.kind === 'first-link-visit' ? await labelOf(notice) : undefined;
    const text = noticeText(notice, { label, isToday: true }, t);
    onSay(text);
    showNotification(
      {
        id: notice.id,
        // It is read out by the bell, once; an alert would interrupt.
        role: 'group',
        'aria-label': t('toast'),
        withBorder: true,
        closeButtonProps: { 'aria-label': t('close') },
        title: text,
        message: (
          <Group>
            <NoticeLink path={notice.path} size="sm" onFollow={() => void read(notice.id)}>
              {t('open')}
            </NoticeLink>
          </Group>
        ),
      },
      store,
    );
  });
  useEffect(() => {
    for (const text of told.slice(taken.current)) {
      const { data: notice } = LiveNotice.safeParse(parseJson(text));
      if (notice === undefined || notice.kind === 'recommendation' || shown.current.has(notice.id)) continue;
      shown.current.add(notice.id);
      void show(notice);
    }
    taken.current = told.length;
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
