import { expect, test } from 'vitest';
import { referralMonthText } from './referral-month.js';

const cohort = (received: number, contacted: number, converted: number) => ({
  received,
  contacted,
  appointments: 0,
  converted,
  lost: 0,
  rate: received === 0 ? null : converted / received,
});

test.each([
  [
    cohort(5, 3, 1),
    'Octobre 2026 : 5 recommandations reçues, 3 prospects contactés, 1 converti en client. Taux = 20 %.',
    'October 2026: 5 referrals received, 3 prospects contacted, 1 converted into a client. Rate = 20%.',
  ],
  [
    cohort(0, 0, 0),
    'Octobre 2026 : 0 recommandation reçue, 0 prospect contacté, 0 converti en client. Taux = —.',
    'October 2026: 0 referrals received, 0 prospects contacted, 0 converted into clients. Rate = —.',
  ],
  [
    cohort(2000, 2, 2),
    'Octobre 2026 : 2 000 recommandations reçues, 2 prospects contactés, 2 convertis en clients. Taux = 0,1 %.',
    'October 2026: 2,000 referrals received, 2 prospects contacted, 2 converted into clients. Rate = 0.1%.',
  ],
])('%j', (of, french, english) => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ');
  expect(plain(referralMonthText({ month: '2026-10', cohort: of }, 'fr'))).toBe(french);
  expect(plain(referralMonthText({ month: '2026-10', cohort: of }, 'en'))).toBe(english);
  // A line does not end in "Taux =".
  expect(referralMonthText({ month: '2026-10', cohort: of }, 'fr')).toContain('Taux\u00a0=\u00a0');
});
