import { expect, test } from 'vitest';
import { linePoints } from './line-points';

test.each([
  [[0, 5, 10], '0,22 50,12 100,2'],
  [[0, 0], '0,22 100,22'],
  [[3], '0,2'],
  [[], ''],
])('%j', (series, wanted) => {
  expect(linePoints(series, 100, 24)).toBe(wanted);
});

test('two series drawn together have one scale', () => {
  expect(linePoints([0, 5], 100, 24, 10)).toBe('0,22 100,12');
});
