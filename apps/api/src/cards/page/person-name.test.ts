import { expect, test } from 'vitest';
import { initials, splitName } from './person-name.js';

test.each([
  ['Patrice Durand', '', 'Patrice', 'Durand', 'PD'],
  ['Zoé', '', 'Zoé', '', 'Z'],
  ['Charles de Gaulle', '', 'Charles', 'de Gaulle', 'CG'],
  ['Anne-Sophie de La Tour', '', 'Anne-Sophie', 'de La Tour', 'AT'],
  ['Jean d’Ormesson', '', 'Jean', 'd’Ormesson', 'JD'],
  ['Dr. Alice Marie Martin', 'Dr.', 'Alice Marie', 'Martin', 'AM'],
  ['Anne DUPONT MOREL', '', 'Anne', 'DUPONT MOREL', 'AD'],
  ['PATRICE DURAND', '', 'PATRICE', 'DURAND', 'PD'],
  ['Élodie Œuvrard', '', 'Élodie', 'Œuvrard', 'ÉŒ'],
  ['👩🏽‍🔬 Lab', '', '👩🏽‍🔬', 'Lab', '👩🏽‍🔬L'],
])('%s', (name, prefix, given, family, letters) => {
  expect(splitName(name)).toEqual({ prefix, given, family });
  expect(initials(name)).toBe(letters);
});
