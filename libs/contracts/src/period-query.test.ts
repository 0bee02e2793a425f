import { expect, test } from 'vitest';
import type { z } from 'zod';
import { ConsolidatedQuery, CrossQuery, PeriodQuery, TrendsQuery, VisitsQuery } from './period-query.js';

/** The parts of a query that are refused. */
function refused(schema: z.ZodType, query: unknown): string[] {
  const { error } = schema.safeParse(query);
  return [...new Set((error?.issues ?? []).map(({ path }) => path.join('.')))];
}

const SQL = "'; DROP TABLE accounts; --";

test.each([
  [{ from: '2026-11-23', to: '2026-11-22' }, ['from', 'to']],
  [{ from: '2000-01-01', to: '2027-05-18' }, ['from', 'to']],
  [{ from: '2026-01-01', to: '2028-03-11' }, ['from', 'to']],
  [{ from: '2026-02-30' }, ['from']],
  [{ to: '2027-02-29' }, ['to']],
  [{ from: '2026-13-01' }, ['from']],
  [{ from: '0000-01-01' }, ['from']],
  [{ to: '9999-12-31' }, ['to']],
  [{ from: '' }, ['from']],
  [{ from: ' 2026-11-23' }, ['from']],
  [{ from: '2026-11-23T00:00:00Z' }, ['from']],
  [{ from: '2026-1-1', to: 'yesterday' }, ['from', 'to']],
  [{ from: ['2026-11-01', '2026-11-02'] }, ['from']],
  [{ from: { gte: '2026-11-01' } }, ['from']],
  [{ from: SQL }, ['from']],
  [{ to: `2026-11-23${SQL}` }, ['to']],
  [{ compare: 'last' }, ['compare']],
  [{ compare: SQL }, ['compare']],
  [{ compare: ['none', 'year'] }, ['compare']],
])('%j is refused by name', (query, paths) => {
  expect(refused(PeriodQuery, query)).toEqual(paths);
});

test('what is in the calendar is taken, and what nobody knows is ignored', () => {
  expect(PeriodQuery.parse({})).toEqual({ compare: 'none' });
  expect(
    PeriodQuery.parse({ from: '2028-02-29', to: '2028-02-29', compare: 'year', colour: 'blue' }),
  ).toEqual({
    from: '2028-02-29',
    to: '2028-02-29',
    compare: 'year',
  });
  // 800 days.
  expect(PeriodQuery.parse({ from: '2026-01-01', to: '2028-03-10' })).toBeDefined();
});

test('each query refuses its own parts', () => {
  for (const interval of ['hour', '', SQL, ['day', 'day']])
    expect(refused(TrendsQuery, { interval })).toEqual(['interval']);
  for (const by of [undefined, 'browser', '', SQL, ['source', 'city'], 'toString'])
    expect(refused(CrossQuery, { by })).toEqual(['by']);
  for (const limit of ['0', '101', '-1', '1e1', '', SQL, ['1', '2']])
    expect(refused(VisitsQuery, { limit })).toEqual(['limit']);
  const id = '018f3c5a-0000-7000-8000-000000000000';
  for (const cursor of ['', 'next', `x.${id}`, `1795468800000.${id}'`, `999999999999999.${id}`, SQL])
    expect(refused(VisitsQuery, { cursor })).toEqual(['cursor']);
  expect(VisitsQuery.parse({ cursor: `1795468800000.${id}` })).toEqual({
    cursor: { beganAt: new Date(1_795_468_800_000), visitId: id },
    limit: 50,
  });
});

test('cards are some slugs, each once', () => {
  const slugs = (count: number): string =>
    Array.from({ length: count }, (_, index) => `card-${index}`).join(',');
  for (const cards of ['', ',', 'patrice,', 'Patrice', SQL, slugs(501), ['patrice', 'zoe']])
    expect(refused(ConsolidatedQuery, { cards })).toEqual(['cards']);
  expect(ConsolidatedQuery.parse({ cards: 'patrice,zoe,patrice' }).cards).toEqual(['patrice', 'zoe']);
  expect(ConsolidatedQuery.parse({ cards: slugs(500) }).cards).toHaveLength(500);
});
