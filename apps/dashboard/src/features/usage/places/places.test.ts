import type { UsageGeography } from '@num-ecard/contracts/usage';
import { describe, expect, test } from 'vitest';
import { mapFigures, visited } from './map-figures';
import { allViews, areaName, levelsWithin, placeRows } from './place-rows';

const figures = (views: number) => ({ views, visitors: views, clicks: 0 });
const period = { from: '2026-10-01', to: '2026-10-31' };

const before: UsageGeography = {
  period,
  countries: [{ code: 'FR', name: 'France', ...figures(10) }],
  regions: [{ country: 'FR', code: 'FR-ARA', name: 'Auvergne-Rhône-Alpes', ...figures(9) }],
  cities: [{ country: 'FR', region: 'FR-ARA', name: 'Lyon', ...figures(8) }],
  unknown: 2,
};

const now: UsageGeography = {
  period,
  countries: [
    { code: 'FR', name: 'France', ...figures(30) },
    { code: 'BE', name: 'Belgique', ...figures(6) },
  ],
  regions: [
    { country: 'FR', code: 'FR-ARA', name: 'Auvergne-Rhône-Alpes', ...figures(20) },
    { country: 'FR', code: 'FR-IDF', name: 'Île-de-France', ...figures(8) },
    { country: 'BE', code: 'BE-BRU', name: 'Bruxelles', ...figures(6) },
  ],
  cities: [
    { country: 'FR', region: 'FR-ARA', name: 'Lyon', ...figures(16) },
    { country: 'FR', region: 'FR-IDF', name: 'Saint-Denis', ...figures(8) },
    { country: 'BE', region: 'BE-BRU', name: 'Bruxelles', ...figures(5) },
    { country: 'FR', region: 'FR-ARA', name: 'Saint-Denis', ...figures(1) },
  ],
  unknown: 4,
  previous: before,
};

const nothing: UsageGeography = { period, countries: [], regions: [], cities: [], unknown: 0 };

describe('the list', () => {
  const told = (...[level, area]: [Parameters<typeof placeRows>[1], string?]) =>
    placeRows(now, level, area).rows.map(({ name, within, views, before: earlier }) => [
      name,
      within,
      views,
      earlier,
    ]);

  test('tells cities apart by their region, and those abroad by their country', () => {
    expect(told('cities')).toEqual([
      ['Lyon', undefined, 16, 8],
      ['Saint-Denis', 'Île-de-France', 8, 0],
      ['Bruxelles', 'Belgique', 5, 0],
      ['Saint-Denis', 'Auvergne-Rhône-Alpes', 1, 0],
    ]);
  });

  test.each([
    [
      'regions',
      'FR',
      [
        ['Auvergne-Rhône-Alpes', undefined, 20, 9],
        ['Île-de-France', undefined, 8, 0],
      ],
    ],
    [
      'cities',
      'FR-ARA',
      [
        ['Lyon', undefined, 16, 8],
        ['Saint-Denis', 'Auvergne-Rhône-Alpes', 1, 0],
      ],
    ],
    ['cities', 'BE', [['Bruxelles', undefined, 5, 0]]],
    ['cities', 'FR-BRE', []],
  ] as const)('of %s in %s', (level, area, rows) => {
    expect(told(level, area)).toEqual(rows);
  });

  test.each([
    // Of 40 visits in all: 4 without a place, 6 of a known country without a city.
    ['cities', undefined, { views: 6, before: 2, share: 0.15 }, { views: 4, before: 2, share: 0.1 }],
    ['regions', undefined, { views: 2, before: 1, share: 0.05 }, { views: 4, before: 2, share: 0.1 }],
    ['countries', undefined, undefined, { views: 4, before: 2, share: 0.1 }],
    ['cities', 'FR-ARA', { views: 3, before: 1, share: 0.075 }, undefined],
    ['regions', 'FR', { views: 2, before: 1, share: 0.05 }, undefined],
    ['cities', 'FR-BRE', undefined, undefined],
  ] as const)('of %s in %s says what is not known', (level, area, partlyKnown, unknown) => {
    expect(placeRows(now, level, area)).toMatchObject({ partlyKnown, unknown });
  });

  test.each(['cities', 'regions', 'countries'] as const)('adds up to all visits by %s', (level) => {
    const { rows, partlyKnown, unknown } = placeRows(now, level, undefined);
    const parts = [...rows, ...[partlyKnown, unknown].filter((part) => part !== undefined)];
    expect(parts.reduce((sum, { views }) => sum + views, 0)).toBe(allViews(now));
    expect(parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
  });

  test('compares with nothing where nothing was asked for', () => {
    const { previous: _, ...alone } = now;
    const { rows, partlyKnown, unknown } = placeRows(alone, 'cities', undefined);
    expect([...rows, partlyKnown, unknown].map((row) => row?.before)).toEqual(Array(6).fill(undefined));
  });

  test('is empty without visits', () => {
    expect(placeRows(nothing, 'cities', undefined)).toEqual({
      rows: [],
      partlyKnown: undefined,
      unknown: undefined,
    });
  });
});

test.each([
  [undefined, ['cities', 'regions', 'countries']],
  ['FR', ['cities', 'regions']],
  ['FR-ARA', ['cities']],
])('within %s there are %o', (area, levels) => {
  expect(levelsWithin(area)).toEqual(levels);
});

test('an area has the name of the answer', () => {
  expect(areaName(now, 'BE')).toBe('Belgique');
  expect(areaName(now, 'FR-IDF')).toBe('Île-de-France');
  expect(areaName(now, 'DE')).toBeUndefined();
});

test('the map tells shares of all visits, wherever they came from', () => {
  expect(mapFigures(now).get('FR-ARA')).toEqual({ name: 'Auvergne-Rhône-Alpes', views: 20, share: 0.5 });
  expect(visited(['BE', 'DE', 'FR'], mapFigures(now)).map(({ code }) => code)).toEqual(['FR', 'BE']);
  expect(mapFigures(nothing).size).toBe(0);
});
