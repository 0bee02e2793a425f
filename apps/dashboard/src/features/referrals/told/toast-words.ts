import type { LiveNotification } from '@num-ecard/contracts/referral-live';
import type { TFunction } from 'i18next';

/** More of them are told as one. */
const MOST = 3;

export type Toast =
  | { readonly kind: 'one'; readonly notification: LiveNotification }
  | { readonly kind: 'many'; readonly count: number };

/** What is on screen for those that were neither opened nor closed: a few side by side, or how many they are. */
export function toastsOf(open: readonly LiveNotification[]): Toast[] {
  if (open.length > MOST) return [{ kind: 'many', count: open.length }];
  return open.map((notification) => ({ kind: 'one', notification }));
}

/** `Marc Petit vient de vous recommander un prospect : Sophie Dubois, 06 12 34 56 78`; without what is hidden or not known. */
export function toastText(toast: Toast, t: TFunction<'told'>): string {
  if (toast.kind === 'many') return t('many', { count: toast.count });
  const { ambassador, prospect, phoneDisplay, held } = toast.notification;
  if (held) return t('held');
  const who = [prospect, phoneDisplay].filter((known) => known !== null).join(', ');
  const by = ambassador ?? t('somebody');
  return who === '' ? t('nameless', { by }) : t('one', { by, who });
}

/** For a link that calls; national numbers stay so. */
export function callAddress(phoneDisplay: string): string {
  return `tel:${phoneDisplay.replaceAll(/[^+\d]/g, '')}`;
}
