import { expect, test } from 'vitest';
import { type Counted, largestParts } from './parts';

const counted = (figures: Readonly<Record<string, number>>): Counted[] =>
  Object.entries(figures).map(([name, views]) => ({ name, views }));

test.each([
  ['few', { Safari: 6, Chrome: 4 }, undefined, ['Safari 6', 'Chrome 4']],
  ['many', { Safari: 4, Chrome: 3, Edge: 2, Opera: 1 }, undefined, ['Safari 4', 'Chrome 3', 'other 3']],
  [
    'the unknown with the left over',
    { Safari: 4, other: 3, Chrome: 2, Edge: 1 },
    undefined,
    ['Safari 4', 'Chrome 2', 'other 4'],
  ],
  ['none', {}, undefined, []],
  ['classes without a visit', { Safari: 1, Chrome: 0 }, undefined, ['Safari 1']],
  [
    'beside others',
    { Safari: 4, Chrome: 3 },
    { Edge: 2, Chrome: 1 },
    ['Safari 4 <0', 'Chrome 3 <1', 'other 0 <2'],
  ],
  ['beside nothing', { Safari: 4 }, {}, ['Safari 4 <0']],
])('%s', (_, now, before, expected) => {
  const parts = largestParts(counted(now), before && counted(before), 2);
  const told = parts.map(
    (part) => `${part.name} ${part.views}${part.before === undefined ? '' : ` <${part.before}`}`,
  );
  expect(told).toEqual(expected);
});

test('shares are of all, whatever is left over', () => {
  expect(
    largestParts(counted({ Safari: 2, Chrome: 1, Edge: 1 }), undefined, 1).map(({ share }) => share),
  ).toEqual([0.5, 0.5]);
});
