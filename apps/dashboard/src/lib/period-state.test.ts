import { expect, test } from 'vitest';
import { periodState } from './period-state';

const TODAY = '2026-11-26';

test.each([
  ['2026-11-01', '2026-11-25', 'over'],
  ['2026-11-01', '2026-11-26', 'underWay'],
  ['2026-11-26', '2026-11-26', 'underWay'],
  ['2026-11-26', '2026-12-31', 'underWay'],
  ['2026-11-27', '2026-12-31', 'toCome'],
])('%s to %s is %s', (from, to, expected) => {
  expect(periodState({ from, to }, TODAY)).toBe(expected);
});
