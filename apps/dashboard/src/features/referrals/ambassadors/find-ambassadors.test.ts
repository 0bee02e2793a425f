import { expect, test } from 'vitest';
import { findAmbassadors, knownAs } from './find-ambassadors';

const person = (name: string | null, email: string | null, phone: string | null) => ({
  id: String(name),
  name,
  email,
  phone,
  phoneDisplay: phone && phone.replace('+33', '0').replaceAll(/(\d\d)(?=\d)/g, '$1 '),
  thankedAt: null,
});
const MARC = person('Marc Petit', 'marc@exemple.fr', '+33612345678');
const LEA = person('Léa Bénard', 'lea@exemple.fr', null);
const NOBODY = person(null, null, null);
const ALL = [MARC, LEA, NOBODY];

test.each([
  ['', ALL],
  ['lea', [LEA]],
  ['petit marc', [MARC]],
  ['exemple', [MARC, LEA]],
  ['06 12', [MARC]],
  ['+33612', [MARC]],
  ['0612345678', [MARC]],
  ['nobody', []],
])('%j', (typed, found) => {
  expect(findAmbassadors(ALL, typed)).toEqual(found);
});

test.each([
  [{ email: 'Marc@exemple.fr ', phone: '' }, MARC],
  [{ email: '', phone: '06.12.34.56.78' }, MARC],
  [{ email: '', phone: '+33 6 12 34 56 78' }, MARC],
  [{ email: 'autre@exemple.fr', phone: '' }, undefined],
  [{ email: '', phone: '78' }, undefined],
])('%j is known as %#', (typed, found) => {
  expect(knownAs(ALL, typed)).toBe(found);
});
