import { expect, test } from 'vitest';
import { LOCALES } from './locale.js';
import { consentName, lostReasonName, statusName } from './referral-vocabulary-names.js';
import { CONSENTS, LOST_REASONS, mayMove, STATUSES } from './referral-vocabulary.js';

// One row a status, one column a wanted status, both in this order.
const ALLOWED = `
              new contacted appointment converted lost
  new          -      ✓          ✓          ✓       ✓
  contacted    -      -          ✓          ✓       ✓
  appointment  -      ✓          -          ✓       ✓
  converted    -      -          -          -       ✓
  lost         -      ✓          ✓          ✓       -`;

test('a prospect moves as the table says', () => {
  const table = STATUSES.map((from) =>
    [from as string].concat(STATUSES.map((to) => (mayMove(from, to) ? '✓' : '-'))),
  );
  const [head, ...rows] = ALLOWED.trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  expect(head).toEqual(STATUSES);
  expect(table).toEqual(rows);
});

test('no two words have the same name in a language', () => {
  for (const locale of LOCALES) {
    for (const names of [
      STATUSES.map((status) => statusName(status, locale)),
      LOST_REASONS.map((reason) => lostReasonName(reason, locale)),
      CONSENTS.map((consent) => consentName(consent, locale)),
    ]) {
      expect(names.every((name) => name.trim() !== '')).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }
  }
});

test.each([
  [statusName('contacted', 'fr'), 'Contacté'],
  [statusName('appointment', 'fr'), 'RDV pris'],
  [statusName('converted', 'fr'), 'Converti'],
  [statusName('lost', 'fr'), 'Perdu'],
  [consentName('none', 'fr'), 'Accord non recueilli'],
  [lostReasonName('unreachable', 'fr'), 'Injoignable'],
  [consentName('none', 'en'), 'Consent not obtained'],
])('the owner reads %s', (name, expected) => {
  expect(name).toBe(expected);
});
