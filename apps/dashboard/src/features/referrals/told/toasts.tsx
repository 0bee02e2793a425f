import '../../../locales/told';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Box } from '@mantine/core';
import type { LiveNotification } from '@num-ecard/contracts/referral-live';
import {
  type NotificationData,
  Notifications,
  notificationsStore,
  updateNotificationsState,
} from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToastBody } from './toast-body';
import { type Toast, toastsOf, toastText } from './toast-words';
import classes from './toasts.module.css';
import type { ToastsProps } from './told-at-once';
import { toldOnce } from './told-once';

/** What was told and is neither opened nor closed yet; it stays for who comes back to the screen later. */
export function Toasts({ told, onSay }: ToastsProps) {
  const { t } = useTranslation('told');
  const [open, setOpen] = useState<readonly LiveNotification[]>([]);
  const taken = useRef(0);

  useEffect(() => {
    const fresh = toldOnce(told.slice(taken.current), sessionStorage);
    taken.current = told.length;
    const [first, ...others] = fresh;
    if (first === undefined) return;
    setOpen((before) => [...before, ...fresh]);
    const toast: Toast =
      others.length === 0 ? { kind: 'one', notification: first } : { kind: 'many', count: fresh.length };
    onSay(<span key={told.length}>{toastText(toast, t)}</span>);
  }, [told, onSay, t]);

  useEffect(() => {
    const close = (toast: Toast) =>
      setOpen((before) =>
        toast.kind === 'many' ? [] : before.filter((notification) => notification !== toast.notification),
      );
    const shown = toastsOf(open).map((toast): NotificationData => ({
      id: toast.kind === 'many' ? 'many' : toast.notification.id,
      // It is read out by the layout, once; an alert would interrupt.
      role: 'group',
      'aria-label': t('title'),
      withBorder: true,
      autoClose: false,
      closeButtonProps: { 'aria-label': t('close') },
      onClose: () => close(toast),
      message: <ToastBody toast={toast} onDone={() => close(toast)} />,
    }));
    updateNotificationsState(notificationsStore, () => shown);
  }, [open, t]);

  return (
    <Box component="section" aria-label={t('region')}>
      <Notifications withinPortal={false} className={classes['toasts'] ?? ''} />
    </Box>
  );
}
