import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, localTime, startOfDay } from './local-time.js';

const ZONES = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('the local day and hour', () => {
  test.each([
    ['2026-11-23T22:59:59.999Z', 'Europe/Paris', '2026-11-23', '23'],
    ['2026-11-23T23:00:00.000Z', 'Europe/Paris', '2026-11-24', '00'],
    ['2026-03-29T00:59:59.999Z', 'Europe/Paris', '2026-03-29', '01'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Paris', '2026-03-29', '03'],
    ['2026-10-25T00:30:00.000Z', 'Europe/Paris', '2026-10-25', '02'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Paris', '2026-10-25', '02'],
    ['2026-10-25T02:00:00.000Z', 'Europe/Paris', '2026-10-25', '03'],
    ['2026-11-23T18:29:59.999Z', 'Asia/Kolkata', '2026-11-23', '23'],
    ['2026-11-23T18:30:00.000Z', 'Asia/Kolkata', '2026-11-24', '00'],
    ['2024-02-29T22:59:59.000Z', 'Europe/Paris', '2024-02-29', '23'],
    ['2026-12-31T20:00:00.000Z', 'Indian/Reunion', '2027-01-01', '00'],
  ])('%s in %s is %s, %s h', (instant, zone, day, hour) => {
    expect(localTime(Date.parse(instant), zone)).toMatchObject({ day, hour });
  });

  test('is what the time zone’s own clocks show, at any time', () => {
    const span = { min: Date.parse('2024-01-01'), max: Date.parse('2029-01-01') };
    fc.assert(
      fc.property(fc.integer(span), fc.constantFrom(...ZONES), (instant, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(instant);
        const { day, hour } = localTime(instant, timeZone);
        expect(`${day} ${hour}`).toBe(shown.slice(0, 13));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a day begins with its first moment, also where midnight is skipped', () => {
  const days = fc.integer({ min: Date.parse('2017-01-01'), max: Date.parse('2029-01-01') });
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (instant, zone) => {
      const { day } = localTime(instant, zone);
      const start = startOfDay(day, zone);
      expect(localTime(start, zone).day).toBe(day);
      expect(localTime(start - 1, zone).day < day).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  // The clocks went from 23:59:59 to 01:00:00.
  expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe(
    '2018-11-04T03:00:00.000Z',
  );
});

test.each([
  ['Europe/Paris', '2026-12-31T23:00:00.000Z', '2027-01-01 00:00:00 UTC+01:00'],
  ['Europe/Paris', '2026-12-31T22:59:59.999Z', '2026-12-31 23:59:59 UTC+01:00'],
  ['Europe/Paris', '2026-10-25T00:30:00.000Z', '2026-10-25 02:30:00 UTC+02:00'],
  ['Europe/Paris', '2026-10-25T01:30:00.000Z', '2026-10-25 02:30:00 UTC+01:00'],
  ['Europe/Paris', '2026-03-29T00:59:59.000Z', '2026-03-29 01:59:59 UTC+01:00'],
  ['Europe/Paris', '2026-03-29T01:00:00.000Z', '2026-03-29 03:00:00 UTC+02:00'],
  ['Indian/Reunion', '2026-07-01T20:00:00.000Z', '2026-07-02 00:00:00 UTC+04:00'],
  ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31 20:30:00 UTC-03:30'],
  ['UTC', '2026-01-01T00:00:00.000Z', '2026-01-01 00:00:00 UTC+00:00'],
])('the clocks of %s at %s show %s', (timezone, instant, shown) => {
  const { day, time, offset } = clockTime(Date.parse(instant), timezone);
  expect(`${day} ${time} ${offset}`).toBe(shown);
});
