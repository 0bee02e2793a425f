import { NewNamedLink } from '@num-ecard/contracts/usage';
import { expect, test } from 'vitest';
import { labelProblem, MAX_LABEL } from './label-problem';

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['Salon de Lyon', undefined],
  ['é'.repeat(MAX_LABEL), undefined],
  [` ${'x'.repeat(MAX_LABEL)} `, undefined],
  ['x'.repeat(MAX_LABEL + 1), 'tooLong'],
  ['Salon\u0000', 'unusable'],
  ['\ud800', 'unusable'],
])('%j', (typed, problem) => {
  expect(labelProblem(typed)).toBe(problem);
  expect(NewNamedLink.safeParse({ label: typed }).success).toBe(problem === undefined);
});
