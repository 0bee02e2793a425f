import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.js';

const NIGHT = { from: '22:00', to: '07:00' };
const PARIS = 'Europe/Paris';

test.each([
  ['by day', '2026-11-26T12:00:00Z', NIGHT, PARIS, null],
  ['a moment before', '2026-11-26T20:59:59.999Z', NIGHT, PARIS, null],
  ['from the first moment on', '2026-11-26T21:00:00Z', NIGHT, PARIS, '2026-11-27T06:00:00Z'],
  ['after midnight', '2026-11-27T00:30:12.345Z', NIGHT, PARIS, '2026-11-27T06:00:00Z'],
  ['to the last moment', '2026-11-27T05:59:59.999Z', NIGHT, PARIS, '2026-11-27T06:00:00Z'],
  ['not at the end', '2026-11-27T06:00:00Z', NIGHT, PARIS, null],
  ['within a day', '2026-11-26T12:00:00Z', { from: '12:30', to: '14:15' }, PARIS, '2026-11-26T13:15:00Z'],
  ['to midnight', '2026-11-26T22:30:00Z', { from: '22:00', to: '00:00' }, PARIS, '2026-11-26T23:00:00Z'],
  ['elsewhere', '2026-11-26T12:00:00Z', NIGHT, 'Pacific/Noumea', '2026-11-26T20:00:00Z'],
  ['at half hours', '2026-11-26T17:00:00Z', NIGHT, 'Asia/Kolkata', '2026-11-27T01:30:00Z'],
  ['a night of nine hours less one', '2026-03-28T22:00:00Z', NIGHT, PARIS, '2026-03-29T05:00:00Z'],
  ['a night of nine hours and one', '2026-10-24T21:00:00Z', NIGHT, PARIS, '2026-10-25T06:00:00Z'],
  // 02:30 is not shown that night: at 03:00 it is over.
  [
    'an end that clocks skip',
    '2026-03-29T00:30:00Z',
    { from: '01:00', to: '02:30' },
    PARIS,
    '2026-03-29T01:00:00Z',
  ],
  // It is shown twice: the first one ends them.
  [
    'an end shown twice',
    '2026-10-25T00:10:00Z',
    { from: '22:00', to: '02:30' },
    PARIS,
    '2026-10-25T00:30:00Z',
  ],
])('%s', (_, now, quiet, timezone, until) => {
  expect(quietUntil(new Date(now), quiet, timezone)).toEqual(until === null ? null : new Date(until));
});

test('without quiet hours no moment is quiet', () => {
  expect(quietUntil(new Date(), null, PARIS)).toBeNull();
});

test('whatever is quiet ends within a day and an hour, at a moment that is not', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const hours = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
  const zone = fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Miquelon', 'Australia/Lord_Howe', 'UTC');
  const now = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(now, hours, zone, (moment, quiet, timezone) => {
      const until = quietUntil(moment, quiet, timezone);
      if (until === null) return;
      expect(until.getTime()).toBeGreaterThan(moment.getTime());
      expect(until.getTime() - moment.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      expect(quietUntil(until, quiet, timezone)).toBeNull();
    }),
    { numRuns: 300 },
  );
});
