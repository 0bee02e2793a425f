import { expect, test } from 'vitest';
import { chosenDays, UsageSearch } from './usage-search';

test.each([
  [{}, {}],
  [
    { card: 'patrice', period: '7d' },
    { card: 'patrice', period: '7d' },
  ],
  [{ card: '*' }, { card: '*' }],
  [{ area: 'FR-ARA' }, { area: 'FR-ARA' }],
  [{ area: 'Lyon' }, {}],
  // The default is not said.
  [{ period: '30d', compare: 'previous' }, {}],
  // Nonsense is the default, not an error.
  [{ card: 'No Slug', period: 'eternity', compare: 'x', interval: 'hour', from: 'x', to: '2026-02-30' }, {}],
  [
    { period: 'custom', from: '2026-10-01', to: '2026-10-31' },
    { period: 'custom', from: '2026-10-01', to: '2026-10-31' },
  ],
])('%o', (search, expected) => {
  expect(JSON.parse(JSON.stringify(UsageSearch.parse(search)))).toEqual(expected);
});

test.each([
  [
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-10-01', to: '2026-10-31' },
  ],
  [{ from: '2026-10-02', to: '2026-10-01' }, undefined],
  [{ from: '2020-01-01', to: '2026-10-01' }, undefined],
  [{ from: '2026-10-01' }, undefined],
])('of %o the days are %o', (search, days) => {
  expect(chosenDays(UsageSearch.parse(search), 800)).toEqual(days);
});
