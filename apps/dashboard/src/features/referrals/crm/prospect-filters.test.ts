import { expect, test } from 'vitest';
import { filterParams, isNarrowed, readFilters } from './prospect-filters';

test('an address that says nothing means all that were received', () => {
  const filters = readFilters({});
  expect(filters.dated).toBe('received');
  expect(isNarrowed(filters)).toBe(false);
  expect(filterParams(filters).toString()).toBe('');
});

test('what a figure of the results leads to is asked of the API in the same words', () => {
  const search = { from: '2026-11-01', to: '2026-11-30', dated: 'contacted', reached: 'converted' } as const;
  const filters = readFilters(search);
  expect(isNarrowed(filters)).toBe(true);
  expect(Object.fromEntries(filterParams(filters))).toEqual(search);
});

test('what an address says wrongly is as if it were not there', () => {
  const wrong = {
    status: 'won',
    consent: 'yes',
    from: '2026-02-31',
    dated: 'never',
    reached: '1',
    ambassador: 'Marc',
  };
  expect(readFilters(wrong as object)).toEqual(readFilters({}));
});

test('days in the wrong order are none', () => {
  const { from, to } = readFilters({ from: '2026-11-02', to: '2026-11-01' });
  expect([from, to]).toEqual([undefined, undefined]);
});

test('a status alone does not narrow: each is counted beside the others', () => {
  expect(isNarrowed(readFilters({ status: 'lost' }))).toBe(false);
});

test('spaces alone search for nothing', () => {
  expect(isNarrowed(readFilters({ q: '   ' }))).toBe(false);
});
