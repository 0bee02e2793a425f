import { expect, test } from 'vitest';
import { ofName } from './french.js';

test.each([
  ['Marc Petit', 'de Marc Petit'],
  ['Éric Simon', 'd’Éric Simon'],
  ['anne', 'd’anne'],
  ['Œdipe', 'd’Œdipe'],
  ['Hélène', 'de Hélène'],
  ['Prospect effacé', 'de Prospect effacé'],
])('of %s', (name, said) => {
  expect(ofName(name)).toBe(said);
});
