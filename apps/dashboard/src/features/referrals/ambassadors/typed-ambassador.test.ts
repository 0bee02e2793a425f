import { expect, test } from 'vitest';
import { ambassadorProblems, asNewAmbassador } from './typed-ambassador';

test.each([
  [{ name: 'Marc Petit', email: 'marc@exemple.fr', phone: '' }, {}],
  [{ name: 'Marc Petit', email: '', phone: '06 12 34 56 78' }, {}],
  [{ name: ' ', email: 'marc@exemple.fr', phone: '' }, { name: 'name' }],
  [{ name: 'Marc', email: 'marc@', phone: '' }, { email: 'email' }],
  [{ name: 'Marc', email: 'marc@', phone: '06 12 34 56 78' }, { email: 'email' }],
  [{ name: 'Marc', email: ' ', phone: '' }, { email: 'unreachable' }],
  [
    { name: '', email: '', phone: '' },
    { name: 'name', email: 'unreachable' },
  ],
  [{ name: 'x'.repeat(121), email: '', phone: '1' }, { name: 'name' }],
])('%j: %j', (typed, problems) => {
  expect(ambassadorProblems(typed)).toEqual(problems);
});

test('what is left empty is not sent as a text', () => {
  expect(asNewAmbassador({ name: ' Marc ', email: '', phone: ' 06 ' })).toEqual({
    name: 'Marc',
    email: null,
    phone: '06',
  });
});
