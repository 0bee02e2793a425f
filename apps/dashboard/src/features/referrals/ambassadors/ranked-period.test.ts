import { expect, test } from 'vitest';
import { rankedPeriod } from './ranked-period';

const TODAY = '2026-11-26';

test.each([
  [{}, '30d', '2026-10-28', TODAY],
  [{ period: 'month' as const }, 'month', '2026-11-01', TODAY],
  [{ period: 'all' as const }, 'all', '2020-01-01', TODAY],
  [{ period: 'custom' as const, from: '2026-03-01', to: '2026-03-09' }, 'custom', '2026-03-01', '2026-03-09'],
  [{ period: 'custom' as const, from: '2026-03-09', to: '2026-03-01' }, '30d', '2026-10-28', TODAY],
])('%j is %s', (search, period, from, to) => {
  expect(rankedPeriod(search, TODAY)).toEqual({ period, range: { from, to } });
});
