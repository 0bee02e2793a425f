import { expect, test } from 'vitest';
import { daysOfMonth, monthLater, shownMonth } from './months';

test.each([
  [undefined, '2026-11'],
  ['2026-11', '2026-11'],
  ['2025-02', '2025-02'],
  ['2026-12', '2026-11'],
])('of %s, on 26 November 2026, %s is shown', (asked, shown) => {
  expect(shownMonth(asked, '2026-11-26')).toBe(shown);
});

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
])('%s and %i', (month, months, expected) => {
  expect(monthLater(month, months)).toBe(expected);
});

test('a month has all its days', () => {
  expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
