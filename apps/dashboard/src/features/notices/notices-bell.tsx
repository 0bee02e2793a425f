import { Badge, Group, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../../lib/fetch-code';
import { useLiveEvent } from '../../lib/live';
import { countText } from '@num-ecard/contracts/numbers';
import { LinkBlock } from '../../ui/router-link';
import { ICON } from '../../ui/theme';
import type { NoticeToastsProps } from './notice-toasts';
import { unreadQuery } from './unread.query';
import { useTold } from './use-told';

/** More are shown as so many and more. */
const SHOWN = 99;

const loadToasts = () => fetchCode(() => import('./notice-toasts'));

/**
 * The way to the notices, and how many are not read; shows those that come, by code that is fetched when one does.
 * @param timeZone the account's
 */
export function NoticesBell({ timeZone }: Pick<NoticeToastsProps, 'timeZone'>) {
  const { t, i18n } = useTranslation();
  const { data: unread = 0 } = useQuery(unreadQuery);
  useTold(unreadQuery.queryKey);
  const [told, setTold] = useState<readonly string[]>([]);
  const [Toasts, setToasts] = useState<ComponentType<NoticeToastsProps>>();
  const [said, setSaid] = useState<ReactNode>();
  useLiveEvent('notification', (data) => setTold((before) => [...before, data]));
  const isMissing = told.length > 0 && Toasts === undefined;
  useEffect(() => {
    if (!isMissing) return;
    loadToasts().then(
      ({ NoticeToasts }) => setToasts(() => NoticeToasts),
      () => undefined,
    );
  }, [isMissing, told.length]);
  const number = `${countText(Math.min(unread, SHOWN), i18n.language)}${unread > SHOWN ? '+' : ''}`;
  return (
    <>
      <LinkBlock to="/notifications" activeProps={{ 'aria-current': 'page' }}>
        <Group gap="xs" wrap="nowrap" aria-hidden>
          <IconBell size={ICON.medium} />
          {unread > 0 && (
            <Badge size="sm" circle={unread < 10}>
              {number}
            </Badge>
          )}
        </Group>
        <VisuallyHidden>
          {unread === 0 ? t('nav.notices') : t('nav.noticesUnread', { number, count: unread })}
        </VisuallyHidden>
      </LinkBlock>
      {/* Always on the page, or screen readers would miss the first. */}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {Toasts && <Toasts told={told} timeZone={timeZone} onSay={setSaid} />}
    </>
  );
}
