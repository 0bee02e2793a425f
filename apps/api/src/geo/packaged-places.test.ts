/** The database that comes with the application. Its content changes with its version, so little is asked of it. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { UNKNOWN_PLACE } from './place.js';
import { Places } from './places.js';

const said: string[] = [];
const places = new Places(undefined, {
  log: (message) => said.push(message),
  warn: (message) => said.push(message),
});

beforeAll(async () => {
  await places.open();
});

test('it is read without a word', () => {
  expect(said).toEqual([]);
});

test.each([
  // La Réunion and Guadeloupe are places of their own.
  ['102.35.1.1', 'RE', null],
  ['93.121.128.1', 'GP', null],
  ['194.206.96.1', 'FR', 'FR-IDF'],
  ['2a01:cb00::1', 'FR', 'FR-IDF'],
  ['197.242.144.1', 'ZA', 'ZA-GP'],
])('%s is in %s, %s', (address, country, region) => {
  expect(places.placeOf(address)).toMatchObject({ country, region });
});

test('cities have their French names', () => {
  expect(places.placeOf('197.242.144.1').city).toBe('Johannesbourg');
});

test.each(['127.0.0.1', '10.0.0.1', '::1', 'fe80::1%eth0', '', 'unknown', '999.1.1.1', '194.206.96'])(
  '"%s" is nowhere',
  (address) => {
    expect(places.placeOf(address)).toEqual(UNKNOWN_PLACE);
  },
);

test('regions are named in both languages', () => {
  expect(places.regionName('BE-WAL', 'fr')).toBe('Wallonie');
  expect(places.regionName('BE-WAL', 'en')).toMatch(/Wallon/);
  expect(places.regionName('DE-BY', 'fr')).toBe('Bavière');
  expect(places.regionName('FR-BFC', 'fr')).toBe('Bourgogne-Franche-Comté');
});

test('any address is somewhere or nowhere, the same written either way, and its region has a name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const place = places.placeOf(address);
      expect(place.country === null || /^[A-Z]{2}$/.test(place.country)).toBe(true);
      if (place.region !== null) {
        expect(place.region).toMatch(new RegExp(`^${place.country}-[A-Z0-9]{1,3}$`));
        expect(places.regionName(place.region, 'fr')).not.toBe(place.region);
      }
      if (!address.includes(':')) expect(places.placeOf(`::ffff:${address}`)).toEqual(place);
    }),
    { numRuns: 500 },
  );
});
