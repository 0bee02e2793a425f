import { addDays, dayCount } from '@num-ecard/contracts/period-calendar';
import { MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import { expect, test } from 'vitest';
import { daysOf, intervalsFor, isUnderWay, type PeriodName, PERIODS, periodState } from './period';

test.each<[PeriodName, string, string, string]>([
  ['today', '2026-11-25', '2026-11-25', '2026-11-25'],
  ['7d', '2026-11-25', '2026-11-19', '2026-11-25'],
  ['30d', '2026-11-25', '2026-10-27', '2026-11-25'],
  ['month', '2026-11-25', '2026-11-01', '2026-11-25'],
  ['month', '2028-03-01', '2028-03-01', '2028-03-01'],
  ['quarter', '2026-11-25', '2026-10-01', '2026-11-25'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-07-01', '2026-07-01', '2026-07-01'],
  ['year', '2026-11-25', '2026-01-01', '2026-11-25'],
  ['all', '2026-11-25', '2024-10-26', '2026-11-25'],
  ['all', '2028-03-31', '2026-03-01', '2028-03-31'],
])('%s on %s is %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to });
});

test('days picked by hand are taken as they are; without them the usual 30 are meant', () => {
  const chosen = { from: '2026-10-24', to: '2026-10-26' };
  expect(daysOf('custom', '2026-11-25', chosen)).toEqual(chosen);
  expect(daysOf('custom', '2026-11-25')).toEqual(daysOf('30d', '2026-11-25'));
});

test.each(PERIODS)('%s ends today, is under way, and is never longer than can be asked for', (period) => {
  for (let today = '2027-12-01'; today < '2029-02-01'; today = addDays(today, 1)) {
    const range = daysOf(period, today);
    expect(range.to).toBe(today);
    expect(isUnderWay(range, today)).toBe(true);
    expect(dayCount(range)).toBeGreaterThan(0);
    expect(dayCount(range)).toBeLessThanOrEqual(MAX_PERIOD_DAYS);
  }
});

test('a period that ended yesterday is over', () => {
  expect(isUnderWay({ from: '2026-11-01', to: '2026-11-24' }, '2026-11-25')).toBe(false);
});

test.each([
  [1, 'day'],
  [31, 'day'],
  [32, 'week'],
  [190, 'week'],
  [191, 'month'],
  [800, 'month'],
])('a period of %i days is drawn by the %s', (days, interval) => {
  const range = { from: addDays('2026-11-25', 1 - days), to: '2026-11-25' };
  expect(intervalsFor(range)[0]).toBe(interval);
});

test.each([
  ['2026-11-01', '2026-11-25', 'over'],
  ['2026-11-01', '2026-11-26', 'underWay'],
  ['2026-11-26', '2026-11-26', 'underWay'],
  ['2026-11-26', '2026-12-31', 'underWay'],
  ['2026-11-27', '2026-12-31', 'toCome'],
])('%s to %s is %s', (from, to, expected) => {
  expect(periodState({ from, to }, '2026-11-26')).toBe(expected);
});
