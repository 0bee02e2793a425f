import type { Comparison } from '@num-ecard/contracts/period';
import { addDays, type DayRange, dayCount, weekday, wholeMonths } from '@num-ecard/contracts/period-calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValidationFailed } from '../../http/problem-error.js';
import { askedPeriod, comparedPeriod } from './period.js';

const TODAY = '2026-11-23';

test.each([
  [{}, '2026-10-25', TODAY],
  [{ to: '2028-03-10' }, '2028-02-10', '2028-03-10'],
  [{ to: '2026-03-31' }, '2026-03-02', '2026-03-31'],
  [{ from: '2026-11-01' }, '2026-11-01', TODAY],
  [{ from: TODAY }, TODAY, TODAY],
  [{ from: '2024-09-15' }, '2024-09-15', TODAY],
  [{ from: '2027-01-01', to: '2027-01-31' }, '2027-01-01', '2027-01-31'],
])('%o means %s to %s', (query, from, to) => {
  expect(askedPeriod(query, TODAY)).toEqual({ from, to });
});

test.each(['2026-11-24', '2099-01-01', '2024-09-14', '1900-01-01'])('%s to today is refused', (from) => {
  const refusal = (): unknown => {
    try {
      return askedPeriod({ from }, TODAY);
    } catch (error) {
      return error;
    }
  };
  expect(refusal()).toBeInstanceOf(ValidationFailed);
  expect((refusal() as ValidationFailed).extra.errors).toMatchObject([{ path: 'from' }]);
});

test.each([
  // A day, a week, thirty days: the same weekdays before.
  [['2026-11-23', '2026-11-23'], 'previous', ['2026-11-16', '2026-11-16']],
  [['2026-11-17', '2026-11-23'], 'previous', ['2026-11-10', '2026-11-16']],
  [['2026-10-25', '2026-11-23'], 'previous', ['2026-09-20', '2026-10-19']],
  [['2026-10-25', '2026-11-23'], 'year', ['2025-10-26', '2025-11-24']],
  // Over New Year, and over both changes of the clock.
  [['2026-12-28', '2027-01-03'], 'previous', ['2026-12-21', '2026-12-27']],
  [['2026-12-28', '2027-01-03'], 'year', ['2025-12-29', '2026-01-04']],
  [['2026-03-28', '2026-03-30'], 'previous', ['2026-03-21', '2026-03-23']],
  [['2026-10-24', '2026-10-26'], 'year', ['2025-10-25', '2025-10-27']],
  // 59 days are compared by weekday, 60 are not.
  [['2026-09-26', '2026-11-23'], 'previous', ['2026-07-25', '2026-09-21']],
  [['2026-09-25', '2026-11-23'], 'previous', ['2026-07-27', '2026-09-24']],
  [['2026-09-26', '2026-11-23'], 'year', ['2025-09-27', '2025-11-24']],
  [['2026-09-25', '2026-11-23'], 'year', ['2025-09-25', '2025-11-23']],
  [['2027-12-15', '2028-02-29'], 'year', ['2026-12-15', '2027-02-28']],
  [['2028-02-29', '2028-06-15'], 'year', ['2027-02-28', '2027-06-15']],
  // Whole months with whole months.
  [['2026-11-01', '2026-11-30'], 'previous', ['2026-10-01', '2026-10-31']],
  [['2026-11-01', '2026-11-30'], 'year', ['2025-11-01', '2025-11-30']],
  [['2028-03-01', '2028-03-31'], 'previous', ['2028-02-01', '2028-02-29']],
  [['2028-02-01', '2028-02-29'], 'year', ['2027-02-01', '2027-02-28']],
  [['2029-02-01', '2029-02-28'], 'year', ['2028-02-01', '2028-02-29']],
  [['2026-10-01', '2026-12-31'], 'previous', ['2026-07-01', '2026-09-30']],
  [['2026-01-01', '2026-01-31'], 'previous', ['2025-12-01', '2025-12-31']],
  [['2028-01-01', '2028-12-31'], 'previous', ['2027-01-01', '2027-12-31']],
  [['2026-01-01', '2027-12-31'], 'year', ['2025-01-01', '2026-12-31']],
] as [[string, string], Comparison, [string, string]][])(
  '%j by %s is compared with %j',
  (period, compare, before) => {
    const [from, to] = period;
    expect(comparedPeriod({ from, to }, compare)).toEqual({ from: before[0], to: before[1] });
  },
);

const periods = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 800 }))
  .map(([start, days]): DayRange => {
    const from = addDays('2024-01-01', start);
    return { from, to: addDays(from, days - 1) };
  });

test('before comes before, is as long, and short periods keep their weekdays', () => {
  fc.assert(
    fc.property(periods, fc.constantFrom<Comparison>('previous', 'year'), (period, compare) => {
      const before = comparedPeriod(period, compare) as DayRange;
      const days = dayCount(period);
      if (compare === 'previous') expect(before.to < period.from).toBe(true);
      else expect(dayCount({ from: before.from, to: period.from }) - 1).toBeGreaterThanOrEqual(364);
      if (wholeMonths(period) !== undefined) {
        expect(wholeMonths(before)).toBe(wholeMonths(period));
      } else if (days < 60) {
        expect(dayCount(before)).toBe(days);
        expect(weekday(before.from)).toBe(weekday(period.from));
        if (compare === 'previous') expect(dayCount({ from: before.to, to: period.from })).toBeLessThan(9);
      } else if (compare === 'previous') {
        expect(before).toEqual({ from: addDays(period.from, -days), to: addDays(period.from, -1) });
      } else {
        expect(Math.abs(dayCount(before) - days)).toBeLessThan(2);
      }
    }),
  );
});

test('nothing is compared unless it is asked for', () => {
  expect(comparedPeriod({ from: TODAY, to: TODAY }, 'none')).toBeUndefined();
});
