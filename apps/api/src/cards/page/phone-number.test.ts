import { expect, test } from 'vitest';
import { displayNumber, takesMessages } from './phone-number.js';

test.each([
  ['+33612345678', '06 12 34 56 78'],
  ['+33478123456', '04 78 12 34 56'],
  ['+262692123456', '+262 692 12 34 56'],
  ['+32470123456', '+32 470 12 34 56'],
  ['+999123456789', '+999123456789'],
])('%s is shown as %s', (number, shown) => {
  expect(displayNumber(number)).toBe(shown);
});

test.each([
  ['+33612345678', 'work', true],
  ['+33478123456', 'mobile', false],
  ['+14155552671', 'mobile', true],
  ['+14155552671', 'work', false],
] as const)('%s, said to be %s, takes messages: %s', (number, kind, takes) => {
  expect(takesMessages({ number, kind })).toBe(takes);
});
