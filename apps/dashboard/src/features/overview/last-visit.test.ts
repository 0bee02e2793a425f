import { expect, test } from 'vitest';
import { calendarDay, dayBefore } from '@num-ecard/contracts/calendar';
import { changeLocale, createI18n } from '../../lib/i18n';
import { lastVisitText } from './last-visit';

const i18n = await createI18n('fr');
await changeLocale('en');

function said(
  visit: string | null,
  now: string,
  timeZone = 'Europe/Paris',
  locale: 'fr' | 'en' = 'fr',
): string {
  const today = calendarDay(new Date(now), timeZone);
  return lastVisitText(visit, { timeZone, locale, today }, i18n.getFixedT(locale));
}

test.each([
  ['the same day', '2026-11-23T17:42:00Z', '2026-11-23T20:00:00Z', "aujourd'hui à 18:42"],
  ['a minute past midnight', '2026-11-22T22:59:00Z', '2026-11-22T23:01:00Z', 'hier à 23:59'],
  ['earlier this year', '2026-11-12T09:00:00Z', '2026-11-23T20:00:00Z', '12 nov.'],
  ['an earlier year', '2025-11-12T09:00:00Z', '2026-11-23T20:00:00Z', '12 nov. 2025'],
  ['a clock that is slow', '2026-11-23T23:30:00Z', '2026-11-23T22:30:00Z', "aujourd'hui à 00:30"],
  // 25 hours: at 23:30 on 25 October, 24 hours ago is still the same day.
  ['the long day', '2026-10-25T00:10:00Z', '2026-10-25T22:30:00Z', "aujourd'hui à 02:10"],
  ['never', null, '2026-11-23T20:00:00Z', 'pas encore'],
])('%s', (_case, visit, now, text) => {
  expect(said(visit, now)).toBe(text);
});

test('one instant is another day in another zone', () => {
  const visit = '2026-11-22T21:30:00Z';
  const now = '2026-11-22T22:30:00Z';
  expect(said(visit, now, 'Europe/Paris')).toBe("aujourd'hui à 22:30");
  expect(said(visit, now, 'Indian/Reunion')).toBe("aujourd'hui à 01:30");
  expect(said(visit, '2026-11-23T05:00:00Z', 'America/Martinique')).toBe('hier à 17:30');
  expect(said(visit, '2026-11-23T05:00:00Z', 'Pacific/Noumea')).toBe("aujourd'hui à 08:30");
});

test('in English', () => {
  expect(said('2026-11-22T17:42:00Z', '2026-11-23T20:00:00Z', 'Europe/Paris', 'en')).toBe(
    'yesterday at 18:42',
  );
  expect(said('2026-11-12T17:42:00Z', '2026-11-23T20:00:00Z', 'Europe/Paris', 'en')).toBe('12 Nov');
});

test('the day before crosses months, years and leap days', () => {
  expect(['2026-12-01', '2027-01-01', '2028-03-01'].map(dayBefore)).toEqual([
    '2026-11-30',
    '2026-12-31',
    '2028-02-29',
  ]);
});
