import type { Settings, SettingsChange } from '@num-ecard/contracts/settings';

/** The notifications as a form holds them. */
export interface NotificationValues extends Record<string, unknown> {
  visits: boolean;
  unusual: boolean;
  firstLinkVisit: boolean;
  recommendation: boolean;
  quiet: boolean;
  from: string;
  to: string;
}

/** The usual night, offered to who turns quiet hours on. */
const NIGHT = { from: '22:00', to: '07:00' };

export function readNotifications({ notifications }: Settings): NotificationValues {
  const { quietHours, ...switches } = notifications;
  return { ...switches, quiet: quietHours !== null, ...(quietHours ?? NIGHT) };
}

/** @param withReferrals whether the model has them; else the server refuses their switch */
export function writeNotifications(values: NotificationValues, withReferrals: boolean): SettingsChange {
  const { visits, unusual, firstLinkVisit, recommendation, quiet, from, to } = values;
  return {
    notifications: {
      visits,
      unusual,
      firstLinkVisit,
      ...(withReferrals ? { recommendation } : {}),
      quietHours: quiet ? { from, to } : null,
    },
  };
}
