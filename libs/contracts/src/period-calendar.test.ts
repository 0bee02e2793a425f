import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayCount,
  endOfMonth,
  startOfMonth,
  startOfWeek,
  weekday,
  wholeMonths,
} from './period-calendar.js';

test.each([
  // The days on which clocks change in Paris, a leap day, New Year.
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-10-25', 1, '2026-10-26'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-11-23', -364, '2025-11-24'],
])('%s and %i days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected);
});

test.each([
  ['2028-02-29', -12, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', -48, '2024-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected);
});

test.each([
  ['2026-11-23', 1, '2026-11-23'],
  ['2026-11-29', 7, '2026-11-23'],
  ['2027-01-01', 5, '2026-12-28'],
  ['2028-02-29', 2, '2028-02-28'],
])('%s is weekday %i of the week of %s', (day, number, monday) => {
  expect(weekday(day)).toBe(number);
  expect(startOfWeek(day)).toBe(monday);
});

test.each([
  ['2026-11-01', '2026-11-30', 1],
  ['2028-02-01', '2028-02-29', 1],
  ['2028-02-01', '2028-02-28', undefined],
  ['2026-10-01', '2026-12-31', 3],
  ['2026-11-01', '2027-01-31', 3],
  ['2026-01-01', '2026-12-31', 12],
  ['2026-11-02', '2026-11-30', undefined],
  ['2026-11-01', '2026-11-29', undefined],
])('%s to %s is %s whole months', (from, to, months) => {
  expect(wholeMonths({ from, to })).toBe(months);
});

// 2000 has a leap day, as every fourth century; 2100 has none.
test('from 1999 to 2100 days are counted there and back, weeks begin on Mondays, months on the first', () => {
  const wrong: string[] = [];
  for (let day = '1999-01-01', number = 0; day < '2101-01-01'; day = addDays(day, 1), number += 1) {
    const further = addDays(day, 1_234);
    const holds =
      addDays(further, -1_234) === day &&
      dayCount({ from: day, to: further }) === 1_235 &&
      dayCount({ from: '1999-01-01', to: day }) === number + 1 &&
      // 1 January 1999 was a Friday.
      weekday(day) === ((number + 4) % 7) + 1 &&
      dayCount({ from: startOfWeek(day), to: day }) === weekday(day) &&
      dayCount({ from: startOfMonth(day), to: day }) === Number(day.slice(8)) &&
      addDays(endOfMonth(day), 1) === addMonths(startOfMonth(day), 1) &&
      addMonths(addMonths(startOfMonth(day), 25), -25) === startOfMonth(day) &&
      wholeMonths({ from: startOfMonth(day), to: endOfMonth(addMonths(day, 2)) }) === 3;
    if (!holds) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});
