import { expect, test } from 'vitest';
import { placeText, type Visit, visitDays } from './visit-days';

const visit = (at: string, slug = 'patrice'): Visit => ({
  at,
  card: { slug, title: slug },
  source: 'qr',
  link: null,
  referrer: null,
  place: null,
  device: 'phone',
  browser: 'Safari',
  system: 'iOS',
  engagedMs: 0,
  clicks: [],
});

const NIGHT = [
  visit('2026-11-24T23:30:00.000Z'),
  visit('2026-11-24T22:30:00.000Z'),
  visit('2026-11-23T12:00:00.000Z'),
];

test.each([
  ['Europe/Paris', ['2026-11-25 1', '2026-11-24 1', '2026-11-23 1']],
  ['UTC', ['2026-11-24 2', '2026-11-23 1']],
])('visits fall into the days of %s', (zone, expected) => {
  const days = visitDays([{ visits: NIGHT }], zone);
  expect(days.map(({ day, visits }) => `${day} ${visits.length}`)).toEqual(expected);
});

const keysOf = (...pages: Visit[][]) =>
  visitDays(
    pages.map((visits) => ({ visits })),
    'UTC',
  ).flatMap(({ visits }) => visits.map(({ key }) => key));

test('a visit keeps its name when a later one comes', () => {
  const keys = keysOf(NIGHT);
  expect(keysOf([visit('2026-11-25T08:00:00.000Z'), ...NIGHT]).slice(1)).toEqual(keys);
});

test.each([
  ['of two cards at once', [[visit(NIGHT[0]!.at), visit(NIGHT[0]!.at, 'other')]], 2],
  ['of one card at once', [[visit(NIGHT[0]!.at), visit(NIGHT[0]!.at)]], 2],
  ['that two pages share', [NIGHT.slice(0, 2), NIGHT.slice(1)], 3],
  ['of no page', [], 0],
])('visits %s', (_, pages, count) => {
  const keys = keysOf(...pages);
  expect(keys.length).toBe(count);
  expect(new Set(keys).size).toBe(count);
});

const FRANCE = { country: 'FR', countryName: 'France', region: null, regionName: null, city: null };

test.each([
  [null, undefined],
  [FRANCE, 'France'],
  [
    { ...FRANCE, region: 'FR-ARA', regionName: 'Auvergne-Rhône-Alpes', city: 'Lyon' },
    'Lyon, Auvergne-Rhône-Alpes',
  ],
  [{ ...FRANCE, city: 'Lyon' }, 'Lyon'],
  [
    { ...FRANCE, country: 'CH', countryName: 'Suisse', regionName: 'Genève', city: 'Genève' },
    'Genève, Suisse',
  ],
  [{ ...FRANCE, country: 'RE', countryName: 'La Réunion', city: 'Saint-Denis' }, 'Saint-Denis, La Réunion'],
])('%j', (place, expected) => {
  expect(placeText(place)).toBe(expected);
});
