import fc from 'fast-check';
import { expect, test } from 'vitest';
import { level, namedEvery, ticks } from './chart-scale.js';

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [20, [0, 5, 10, 15, 20]],
  [21, [0, 10, 20, 30]],
  [99, [0, 50, 100]],
  [1234, [0, 500, 1000, 1500]],
  [1_000_000, [0, 500_000, 1_000_000]],
])('an axis up to %j has %j', (most, expected) => {
  expect(ticks(most)).toEqual(expected);
});

test('an axis is whole, even, few steps long, and holds its largest figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (most) => {
      const scale = ticks(most);
      const step = scale[1] as number;
      expect(scale.every((value, index) => Number.isInteger(value) && value === index * step)).toBe(true);
      expect(scale.at(-1)).toBeGreaterThanOrEqual(most);
      expect((scale.at(-2) as number) < Math.max(1, most)).toBe(true);
      expect(scale.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('no name runs into the next', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 800 }),
      fc.integer({ min: 50, max: 800 }),
      fc.integer({ min: 1, max: 50 }),
      (count, room, widest) => {
        const every = namedEvery(count, room, widest);
        expect(every * (room / count)).toBeGreaterThanOrEqual(widest - 1e-9);
        // Nor are they further apart than they must be.
        expect(every === 1 || (every - 1) * (room / count) < widest).toBe(true);
      },
    ),
  );
  expect(namedEvery(0, 100, 20)).toBe(1);
});

test.each([
  [0, 10, 0],
  [1, 10, 1],
  [10, 10, 5],
  [9, 10, 5],
  [2, 10, 1],
  [3, 10, 2],
  [1, 1_000_000, 1],
  [0, 0, 0],
  [11, 10, 5],
])('%j of at most %j is as dark as %j of 5', (value, most, expected) => {
  expect(level(value, most, 5)).toBe(expected);
});
