import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, colourSteps, MAP_COLOURS, NO_VISITS_COLOUR } from './colour-steps';

test.each([
  [0, []],
  [1, [1]],
  [3, [1, 2, 3]],
  [5, [1, 2, 3, 4, 5]],
  [6, [1, 2, 3, 4, 5]],
  [100, [1, 3, 6, 20, 40]],
  [12_000, [1, 7, 40, 300, 2000]],
])('of up to %i visits the steps begin at %o', (most, steps) => {
  expect(colourSteps(most).map(({ from }) => from)).toEqual(steps);
});

test('steps rise from one visit to no more than the most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (most) => {
      const steps = colourSteps(most);
      const begins = steps.map(({ from }) => from);
      expect(begins[0]).toBe(1);
      expect(begins.at(-1)).toBeLessThanOrEqual(most);
      expect(begins).toEqual([...new Set(begins)].toSorted((a, b) => a - b));
      // The most visited area has the strongest colour.
      expect(colourOf(most, steps)).toBe(MAP_COLOURS.at(-1));
      expect(colourOf(0, steps)).toBe(NO_VISITS_COLOUR);
    }),
  );
});
