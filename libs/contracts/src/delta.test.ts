import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delta } from './delta.js';

test.each([
  [0, 0, { kind: 'none' }],
  [5, 0, { kind: 'new', more: 5 }],
  [5, 5, { kind: 'same', change: 0, more: 0 }],
  [5, 4, { kind: 'up', change: 0.25, more: 1 }],
  [0, 4, { kind: 'down', change: -1, more: -4 }],
  [996, 1000, { kind: 'same', change: -0.004, more: -4 }],
  [995, 1000, { kind: 'down', change: -0.005, more: -5 }],
])('%i after %i', (now, before, expected) => {
  expect(delta(now, before)).toEqual(expected);
});

test('is never a percentage of nothing, and never less than everything', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (now, before) => {
      const found = delta(now, before);
      if ('change' in found) expect(Number.isFinite(found.change) && found.change >= -1).toBe(true);
      else expect(before).toBe(0);
    }),
  );
});
