import { addDays } from '@num-ecard/contracts/period-calendar';
import { expect, test } from 'vitest';
import { PACKED_GRAINS, type PackedGrain, startOf, startOfNext } from './packed-grains.js';

test.each<[PackedGrain, string, string, string]>([
  ['day', '2026-12-31', '2026-12-31', '2027-01-01'],
  ['third', '2026-11-01', '2026-11-01', '2026-11-11'],
  ['third', '2026-11-10', '2026-11-01', '2026-11-11'],
  ['third', '2026-11-11', '2026-11-11', '2026-11-21'],
  ['third', '2026-12-31', '2026-12-21', '2027-01-01'],
  ['third', '2028-02-29', '2028-02-21', '2028-03-01'],
  ['third', '2027-02-28', '2027-02-21', '2027-03-01'],
  ['month', '2028-02-29', '2028-02-01', '2028-03-01'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-04-01'],
  ['quarter', '2026-04-01', '2026-04-01', '2026-07-01'],
  ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
])('of the %s of %s the first day is %s, of the next %s', (grain, day, start, next) => {
  expect([startOf(grain, day), startOfNext(grain, day)]).toEqual([start, next]);
});

test.each(PACKED_GRAINS)('each %s follows on the one before, and is whole smaller ones', (grain) => {
  const smaller = PACKED_GRAINS[PACKED_GRAINS.indexOf(grain) - 1] ?? grain;
  for (let day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
    const next = startOfNext(grain, day);
    expect(startOf(grain, next)).toBe(next);
    expect(startOf(grain, addDays(next, -1))).toBe(startOf(grain, day));
    expect(startOf(smaller, next)).toBe(next);
  }
});
