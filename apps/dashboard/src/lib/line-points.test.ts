import { expect, test } from 'vitest';
import { sparkPoints } from './spark-points';

test.each([
  [[0, 5, 10], '0,22 50,12 100,2'],
  [[0, 0], '0,22 100,22'],
  [[3], '0,2'],
  [[], ''],
])('%j', (series, wanted) => {
  expect(sparkPoints(series, 100, 24)).toBe(wanted);
});
