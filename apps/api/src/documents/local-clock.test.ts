import { expect, test } from 'vitest';
import { LocalClock } from './local-clock.js';

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
])('%s at %s shows %s', (timezone, at, shown) => {
  const { day, time, offset } = new LocalClock(timezone).read(Date.parse(at));
  expect(`${day} ${time} ${offset}`).toBe(shown);
});

test('one clock shows each of many moments as a new one would', () => {
  const clock = new LocalClock('Europe/Paris');
  for (let at = Date.parse('2026-10-25T02:00:00Z'); at > Date.parse('2026-10-24T23:00:00Z'); at -= 437_000)
    expect(clock.read(at)).toEqual(new LocalClock('Europe/Paris').read(at));
});
