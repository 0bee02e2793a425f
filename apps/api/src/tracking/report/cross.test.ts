import { expect, test } from 'vitest';
import { cross } from './cross.js';
import type { CountedKey } from './counted-keys.js';

const RANGE = { from: '2026-12-15', to: '2027-02-03' };
const CARDS = [
  { id: 'a', number: 1, slug: 'zoe', title: 'Zoé' },
  { id: 'b', number: 2, slug: 'marc', title: 'Marc' },
];
const names = {
  locale: 'fr',
  countryName: (code: string) => `pays ${code}`,
  regionName: (code: string) => `région ${code}`,
} as const;
const cell = (cardId: string, key: string | null, value: number): CountedKey => ({
  key,
  values: Float64Array.from(CARDS, ({ id }) => (id === cardId ? value : 0)),
});

test('every row has a cell in every column, the largest first, then the unknown and the others', () => {
  const { rows, columns } = cross(
    'country',
    RANGE,
    CARDS,
    [
      cell('a', 'FR', 2),
      cell('b', 'FR', 3),
      cell('b', 'RE', 1),
      cell('b', '', 9),
      cell('a', null, 20),
      cell('b', 'BE', 1),
    ],
    names,
  );
  expect(columns).toEqual([
    { key: 'FR', label: 'pays FR', total: 5 },
    { key: 'BE', label: 'pays BE', total: 1 },
    { key: 'RE', label: 'pays RE', total: 1 },
    { key: 'unknown', label: 'Pays inconnu', total: 9 },
    { key: 'other', label: 'Autres', total: 20 },
  ]);
  expect(rows.map(({ card, total, cells }) => [card.slug, total, cells.map(({ value }) => value)])).toEqual([
    ['zoe', 22, [2, 0, 0, 0, 20]],
    ['marc', 14, [3, 1, 1, 9, 0]],
  ]);
  expect(rows[0]?.cells.map(({ key }) => key)).toEqual(columns.map(({ key }) => key));
});

test('months are those of the period, by time, whether there was something or not', () => {
  const { columns, rows } = cross('month', RANGE, CARDS, [cell('a', '2027-02', 4)], names);
  expect(columns).toEqual([
    { key: '2026-12', label: 'décembre 2026', total: 0 },
    { key: '2027-01', label: 'janvier 2027', total: 0 },
    { key: '2027-02', label: 'février 2027', total: 4 },
  ]);
  expect(rows.map(({ total }) => total)).toEqual([4, 0]);
});

test('cities of one name are told apart, unknown ones are together', () => {
  const { columns } = cross(
    'city',
    RANGE,
    CARDS,
    [
      cell('a', 'FR/FR-IDF/Saint-Denis', 3),
      cell('a', 'RE//Saint-Denis', 2),
      cell('a', 'FR/FR-ARA/Lyon', 1),
      cell('a', 'FR/FR-ARA/', 1),
      cell('b', '//', 1),
    ],
    names,
  );
  expect(columns.map(({ key, label, total }) => [key, label, total])).toEqual([
    ['FR/FR-IDF/Saint-Denis', 'Saint-Denis (région FR-IDF)', 3],
    ['RE//Saint-Denis', 'Saint-Denis (pays RE)', 2],
    ['FR/FR-ARA/Lyon', 'Lyon', 1],
    ['unknown', 'Ville inconnue', 2],
  ]);
});

test('columns have the names that people know, and no target is taken for the others', () => {
  const labels = (by: 'source' | 'target' | 'region', keys: (string | null)[]): string[][] =>
    cross(
      by,
      RANGE,
      CARDS,
      keys.map((key) => cell('a', key, 1)),
      names,
    ).columns.map(({ key, label }) => [key, label]);
  expect(labels('source', ['qr', 'direct'])).toEqual([
    ['direct', 'Accès direct'],
    ['qr', 'QR code'],
  ]);
  expect(labels('target', ['phone', 'menu', 'other', null])).toEqual([
    ['menu', 'menu'],
    ['other/', 'other'],
    ['phone', 'Téléphone'],
    ['other', 'Autres'],
  ]);
  expect(labels('region', ['FR/FR-ARA', 'RE/', '/'])).toEqual([
    ['FR-ARA', 'région FR-ARA'],
    ['unknown', 'Sans région'],
  ]);
});
