import { expect, test } from 'vitest';
import { dueEverywhere, dueMonth, lastMonth } from './months.js';

test.each([
  // Paris: winter and summer time, the days on which its clocks change, New Year.
  ['2026-01-01T06:59:59Z', 'Europe/Paris', '2025-11'],
  ['2026-01-01T07:00:00Z', 'Europe/Paris', '2025-12'],
  ['2026-04-01T05:59:59Z', 'Europe/Paris', '2026-02'],
  ['2026-04-01T06:00:00Z', 'Europe/Paris', '2026-03'],
  ['2026-11-01T06:59:59Z', 'Europe/Paris', '2026-09'],
  ['2026-11-01T07:00:00Z', 'Europe/Paris', '2026-10'],
  // Half the earth around.
  ['2026-01-01T04:00:00Z', 'Indian/Reunion', '2025-12'],
  ['2026-01-01T03:59:59Z', 'Indian/Reunion', '2025-11'],
  ['2025-12-31T19:00:00Z', 'Pacific/Auckland', '2025-12'],
  ['2026-01-01T12:00:00Z', 'America/Guadeloupe', '2025-12'],
  ['2026-01-01T11:59:59Z', 'America/Guadeloupe', '2025-11'],
  // Sent on return, whenever that is.
  ['2026-11-26T12:00:00Z', 'Europe/Paris', '2026-10'],
])('at %s the month that is due in %s is %s', (now, timezone, month) => {
  expect(dueMonth(new Date(now), timezone)).toBe(month);
});

test('a month is over at midnight, its e-mail due at eight', () => {
  const now = new Date('2026-10-31T23:30:00Z');
  expect(lastMonth(now, 'Europe/Paris')).toBe('2026-10');
  expect(dueMonth(now, 'Europe/Paris')).toBe('2026-09');
});

test('while another month is due somewhere, none is due everywhere', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  for (let at = Date.UTC(2026, 1, 25); at < Date.UTC(2026, 2, 5); at += 3_600_000) {
    const now = new Date(at);
    const months = new Set(zones.map((zone) => dueMonth(now, zone)));
    const everywhere = dueEverywhere(now);
    if (everywhere !== null) expect([...months]).toEqual([everywhere]);
  }
  expect(dueEverywhere(new Date('2026-02-27T12:00:00Z'))).toBe('2026-01');
  expect(dueEverywhere(new Date('2026-03-01T12:00:00Z'))).toBeNull();
  expect(dueEverywhere(new Date('2026-03-02T12:00:00Z'))).toBe('2026-02');
});
