import { expect, test } from 'vitest';
import { cardLimit, FEATURES, featuresOf, planHas, PLANS, plansWith } from './plans.js';

// The table as it is sold: one row a feature; Essentiel, Premium, Force de Vente, Multi-Cartes.
const SOLD = `
  usage.summary       ✓ ✓ ✓ ✓
  usage.trends        - ✓ ✓ ✓
  usage.geography     - ✓ ✓ ✓
  usage.sources       - ✓ ✓ ✓
  usage.full          - - ✓ ✓
  usage.notifications - - ✓ ✓
  usage.consolidated  - - - ✓
  usage.cross         - - - ✓
  export.csv          - ✓ ✓ ✓
  export.pdf          - ✓ ✓ ✓
  export.xlsx         - - - ✓
  report.monthly      - - ✓ ✓
  referral            - - ✓ -`;

test('the matrix is the one that is sold', () => {
  const table = FEATURES.map((feature) =>
    [feature as string].concat(PLANS.map((plan) => (planHas(plan, feature) ? '✓' : '-'))),
  );
  expect(table).toEqual(
    SOLD.trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/)),
  );
});

test('an unknown model or feature grants nothing', () => {
  for (const unknown of ['', 'platine', 'toString', '__proto__', 'constructor']) {
    expect(featuresOf(unknown)).toEqual([]);
    expect(cardLimit(unknown)).toBe(0);
    expect(plansWith(unknown)).toEqual([]);
    for (const plan of PLANS) expect(planHas(plan, unknown)).toBe(false);
  }
});

test('only Multi-Cartes has more than one card', () => {
  expect(PLANS.map((plan) => cardLimit(plan) > 1)).toEqual([false, false, false, true]);
});
