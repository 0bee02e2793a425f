import { expect, test } from 'vitest';
import { displayNumber, parseNumber, takesMessages } from './phone-number.js';

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

test.each([
  ['06 12 34 56 78', undefined, '+33612345678'],
  ['06.12.34.56.78', undefined, '+33612345678'],
  ['+33 (0)6 12 34 56 78', undefined, '+33612345678'],
  ['0033 6 12 34 56 78', undefined, '+33612345678'],
  ['04 78 12 34 56', { country: 'FR', postalCode: '69002' }, '+33478123456'],
  // Kept for works of fiction.
  ['06 39 98 01 42', undefined, '+33639980142'],
  ['+32 470 12 34 56', undefined, '+32470123456'],
  ['0470 12 34 56', { country: 'BE' }, '+32470123456'],
  ['0692 12 34 56', undefined, '+262692123456'],
  ['0692 12 34 56', { postalCode: '97400' }, '+262692123456'],
  ['0262 41 23 45', { country: 'RE' }, '+262262412345'],
  ['06 12 34 56 78', { country: 'FR', postalCode: '97400' }, '+33612345678'],
  ['0696 12 34 56', { country: 'FR', postalCode: '97200' }, '+596696123456'],
  ['06 12 34 56', undefined, null],
  ['06 12 34 56 78 90', undefined, null],
  ['rappelez-moi', undefined, null],
  ['mon 06 12 34 56 78', undefined, null],
  ['0612345678<b>', undefined, null],
] as const)('%s, with the address %o, is %s', (typed, address, number) => {
  expect(parseNumber(typed, address)).toBe(number);
});

test.each(['+33612345678', '+33639980142', '+262692123456', '+32470123456', '+596696123456', '+14155552671'])(
  '%s stays the same when what is shown of it is read again',
  (number) => {
    expect(parseNumber(displayNumber(number))).toBe(number);
  },
);
