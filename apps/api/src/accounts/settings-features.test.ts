import type { SettingsChange } from '@num-ecard/contracts/settings';
import { expect, test } from 'vitest';
import { featuresTouched } from './settings-features.js';

test.each<[SettingsChange, string[]]>([
  [{ name: 'Patrice', locale: 'fr', timezone: 'Europe/Paris' }, []],
  [{ report: { monthly: false } }, ['report.monthly']],
  [{ notifications: { visits: true } }, ['usage.notifications']],
  [{ notifications: { quietHours: null } }, ['usage.notifications']],
  [{ notifications: { recommendation: false } }, ['referral']],
  [{ referral: { numberBeforeConsent: 'mask' } }, ['referral']],
  [{ name: 'Patrice', report: {}, notifications: {}, referral: {} }, []],
  [
    { report: { monthly: true }, notifications: { unusual: true, recommendation: true } },
    ['report.monthly', 'usage.notifications', 'referral'],
  ],
])('%o touches %o', (change, features) => {
  expect(featuresTouched(change)).toEqual(features);
});
