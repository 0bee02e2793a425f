import { Settings, SettingsChange } from '@num-ecard/contracts/settings';
import { expect, test } from 'vitest';
import { readNotifications, writeNotifications } from './notification-values';

const settings = (quietHours: { from: string; to: string } | null) =>
  Settings.parse({
    name: 'Patrice',
    email: 'patrice@example.test',
    locale: 'fr',
    timezone: 'Europe/Paris',
    report: { monthly: true },
    notifications: { visits: true, unusual: false, firstLinkVisit: true, recommendation: false, quietHours },
    referral: { numberBeforeConsent: 'warn' },
  });

test.each([null, { from: '21:30', to: '08:00' }])('what is read is written again: %j', (quietHours) => {
  const given = settings(quietHours);
  const written = writeNotifications(readNotifications(given), true);
  expect(SettingsChange.parse(written)).toEqual({ notifications: given.notifications });
});

test('a model without referrals sends nothing of them', () => {
  const { notifications } = writeNotifications(readNotifications(settings(null)), false);
  expect(notifications).not.toHaveProperty('recommendation');
});
