import { expect, test } from 'vitest';
import { searchTerms, searchText } from './search-text.js';

const SOPHIE = searchText(
  ['Sophie  Dubois-Lévêque', 'sophie@example.fr', null, 'Marc Petit'],
  ['+33612345678', null],
);

const finds = (typed: string): boolean => searchTerms(typed).every((term) => SOPHIE.includes(term));

test.each([
  'sophie',
  'SOPHIE dubois',
  'leveque',
  'Lévêque',
  'marc',
  'petit sophie',
  'example.fr',
  '06 12 34',
  '06.12.34.56.78',
  '+33 6 12',
  '0612345678',
])('%s is found', (typed) => {
  expect(finds(typed)).toBe(true);
});

test.each(['sophia', 'Sophie Martin', '07 12', '+41'])('%s is not', (typed) => {
  expect(finds(typed)).toBe(false);
});

test('what is only spaces asks for nothing', () => {
  expect(searchTerms('  ')).toEqual([]);
});
