import { expect, test } from 'vitest';
import { sinceFirst, type TrendPoint } from './trend-points';

const point = (value: number, index: number): TrendPoint => ({
  start: `2026-01-${String(index + 1).padStart(2, '0')}`,
  value,
  beforeStart: null,
  before: null,
});

test.each([
  [
    [0, 0, 3, 0, 1],
    [3, 0, 1],
  ],
  [
    [2, 0],
    [2, 0],
  ],
  // A line needs two points.
  [
    [0, 0, 0, 4],
    [0, 4],
  ],
  [
    [0, 0, 0],
    [0, 0],
  ],
  [[7], [7]],
  [[], []],
])('all time begins where something was: %j', (values, shown) => {
  expect(sinceFirst(values.map(point)).map(({ value }) => value)).toEqual(shown);
});
