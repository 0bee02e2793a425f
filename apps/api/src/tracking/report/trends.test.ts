import { addDays, type DayRange, dayCount } from '@num-ecard/contracts/period-calendar';
import type { Interval } from '@num-ecard/contracts/period';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trends } from './trends.js';

const day = (name: string, views: number) => ({ day: name, views, visitors: 1, clicks: 2, engagedMs: 300 });
const starts = (interval: Interval, range: DayRange): string[] =>
  trends(interval, range, []).points.map(({ start }) => start);

test('a week begins on Monday and a month on the first, though the period begins later', () => {
  const range = { from: '2026-12-31', to: '2027-02-01' };
  expect(starts('week', range)).toEqual([
    '2026-12-28',
    '2027-01-04',
    '2027-01-11',
    '2027-01-18',
    '2027-01-25',
    '2027-02-01',
  ]);
  expect(starts('month', range)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  expect(starts('day', { from: '2028-02-28', to: '2028-03-01' })).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
  // The clock changes on the 29th.
  expect(starts('day', { from: '2026-03-28', to: '2026-03-30' })).toEqual([
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
  ]);
});

test('days are summed where they belong', () => {
  const range = { from: '2026-12-31', to: '2027-01-04' };
  const { points, totals } = trends('week', range, [
    day('2026-12-31', 1),
    day('2027-01-03', 2),
    day('2027-01-04', 4),
  ]);
  expect(points).toEqual([
    { start: '2026-12-28', views: 3, visitors: 2, clicks: 4, engagedMs: 600 },
    { start: '2027-01-04', views: 4, visitors: 1, clicks: 2, engagedMs: 300 },
  ]);
  expect(totals).toEqual({ views: 7, visitors: 3, clicks: 6, engagedMs: 900 });
});

test('every bucket is there once, in order, and together they are the total', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 800 }),
      fc.constantFrom<Interval>('day', 'week', 'month'),
      fc.array(fc.tuple(fc.nat(799), fc.nat(1_000)), { maxLength: 40 }),
      (start, length, interval, some) => {
        const from = addDays('2024-02-01', start);
        const range = { from, to: addDays(from, length - 1) };
        const days = new Map(some.map(([offset, views]) => [addDays(from, offset % length), views]));
        const { points, totals } = trends(
          interval,
          range,
          Array.from(days, ([name, views]) => day(name, views)),
        );
        const found = points.map((point) => point.start);
        expect(found).toEqual([...new Set(found)].toSorted());
        if (interval === 'day') expect(points).toHaveLength(dayCount(range));
        expect(points.reduce((sum, point) => sum + point.views, 0)).toBe(totals.views);
        expect(totals.views).toBe([...days.values()].reduce((sum, views) => sum + views, 0));
      },
    ),
  );
});
