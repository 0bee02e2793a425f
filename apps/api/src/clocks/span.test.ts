import { addDays } from '@num-ecard/contracts/period-calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from './local-time.js';
import { isWithin, spanOf } from './span.js';

// Havana puts its clocks back over midnight, Asunción put them forward over it: both on the first of a month.
const ZONES = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'Pacific/Noumea',
  'America/Havana',
  'America/Asuncion',
  'Asia/Kathmandu',
];

test.each([
  ['2026-11-01', 'Europe/Paris', '2026-10-31T23:00:00Z', '2026-11-01T23:00:00Z'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-11-01', 'Indian/Reunion', '2026-10-31T20:00:00Z', '2026-11-01T20:00:00Z'],
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  ['2023-10-01', 'America/Asuncion', '2023-10-01T04:00:00Z', '2023-10-02T03:00:00Z'],
])('%s in %s lasts from %s to %s', (day, zone, from, before) => {
  expect(spanOf({ from: day, to: day }, zone)).toEqual({ from: new Date(from), before: new Date(before) });
});

test('a moment is within its own day and no other, by the clocks of the zone', () => {
  const moments = fc.integer({ min: Date.parse('2017-01-01'), max: Date.parse('2029-01-01') });
  fc.assert(
    fc.property(moments, fc.constantFrom(...ZONES), (instant, zone) => {
      const moment = new Date(instant);
      const day = localDay(moment, zone);
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);
      expect(day).toBe(shown);
      const within = [-1, 0, 1].map((days) => {
        const other = addDays(day, days);
        return isWithin(moment, spanOf({ from: other, to: other }, zone));
      });
      expect(within).toEqual([false, true, false]);
    }),
    { numRuns: 1_000 },
  );
});
