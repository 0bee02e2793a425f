import { expect, test } from 'vitest';
import { inkOf, isPale } from './contrast';

test.each([
  ['#000000', 'light', 21, false],
  ['#1f3a5f', 'light', 11.5, false],
  ['#ffffff', 'dark', 21, true],
  ['#ffd400', 'dark', 14.7, true],
] as const)('on %s the ink is %s', (color, ink, contrast, pale) => {
  const found = inkOf(color);
  expect(found.ink).toBe(ink);
  expect(Math.abs(found.contrast - contrast)).toBeLessThan(0.3);
  expect(isPale(color)).toBe(pale);
});
