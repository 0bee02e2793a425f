import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { cityDatabase } from '../../test/support/mmdb.js';
import { UNKNOWN_PLACE } from './place.js';
import { Places } from './places.js';

const lyon = cityDatabase({
  '192.0.2.0/24': {
    country: 'FR',
    region: { code: 'ARA', fr: 'Rhône-Alpes', en: 'Rhône-Alpes' },
    city: { fr: 'Lyon', en: 'Lyons' },
  },
});
const geneva = cityDatabase({
  '192.0.2.0/24': {
    country: 'CH',
    region: { code: 'GE', fr: 'Genève', en: 'Geneva' },
    city: { fr: 'Genève', en: 'Geneva' },
  },
});
const inLyon = { country: 'FR', region: 'FR-ARA', city: 'Lyon' };
const inGeneva = { country: 'CH', region: 'CH-GE', city: 'Genève' };
/** Asked often, so that a test takes no longer than the change. */
const SOON = { timeout: 5_000, interval: 5 };

const visitor = '192.0.2.7';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
const opened: Places[] = [];
let files = 0;

afterEach(async () => {
  for (const places of opened.splice(0)) await places.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(content?: Buffer): Promise<{ file: string; places: Places; said: string[] }> {
  const file = join(folder, `city-${files++}.mmdb`);
  if (content !== undefined) writeFileSync(file, content);
  const said: string[] = [];
  const places = new Places(
    file,
    { log: (message) => said.push(`log ${message}`), warn: (message) => said.push(`warn ${message}`) },
    10,
  );
  opened.push(places);
  await places.open();
  return { file, places, said };
}

test("the operator's file tells places", async () => {
  const { places, said } = await open(lyon);
  expect(places.placeOf(visitor)).toEqual(inLyon);
  expect(places.placeOf(`::ffff:${visitor}`)).toEqual(inLyon);
  expect(places.placeOf('198.51.100.1')).toEqual(UNKNOWN_PLACE);
  expect(said).toEqual([]);
});

test('a compressed file is read as well', async () => {
  const { places } = await open(gzipSync(lyon));
  expect(places.placeOf(visitor)).toEqual(inLyon);
});

test('a file that is replaced by another is taken without a restart', async () => {
  const { file, places } = await open(lyon);
  writeFileSync(`${file}.new`, geneva);
  renameSync(`${file}.new`, file);
  await vi.waitFor(() => expect(places.placeOf(visitor)).toEqual(inGeneva), SOON);
  expect(places.regionName('CH-GE', 'en')).toBe('Geneva');
});

test('a file that is written over is taken without a restart', async () => {
  const { file, places } = await open(lyon);
  writeFileSync(file, geneva);
  await vi.waitFor(() => expect(places.placeOf(visitor)).toEqual(inGeneva), SOON);
});

test('a file that is not there is one warning and unknown places until it appears', async () => {
  const { file, places, said } = await open();
  expect(places.placeOf(visitor)).toEqual(UNKNOWN_PLACE);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`warn GEOIP_DATABASE ${file} cannot be used: ENOENT`);
  writeFileSync(file, lyon);
  await vi.waitFor(() => expect(places.placeOf(visitor)).toEqual(inLyon), SOON);
  expect(said.slice(1)).toEqual(['log Places are now told by a database of 2026-01-15.']);
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['something else', Buffer.from('{"country":"FR"}')],
  ['half a database', lyon.subarray(0, lyon.length / 2)],
  ['half a compressed one', gzipSync(lyon).subarray(0, 300)],
  ['a database of something else', cityDatabase({}, 'GeoLite2-ASN')],
  ['damaged within', Buffer.concat([lyon.subarray(0, 800), Buffer.alloc(60, 255), lyon.subarray(860)])],
])('a file that is %s is one warning, and no place', async (_what, content) => {
  const { file, places, said } = await open(content);
  expect(places.placeOf(visitor)).toEqual(UNKNOWN_PLACE);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('places are unknown');
  // Still bad: not said again. Then good.
  writeFileSync(file, Buffer.from('worse'));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(said).toHaveLength(1);
  writeFileSync(file, lyon);
  await vi.waitFor(() => expect(places.placeOf(visitor)).toEqual(inLyon), SOON);
});

test('a file that breaks or goes away later leaves what was read, with one warning', async () => {
  const { file, places, said } = await open(lyon);
  writeFileSync(file, geneva.subarray(0, 100));
  await vi.waitFor(() => expect(said).toHaveLength(1), SOON);
  expect(said[0]).toContain('the one read before is used');
  rmSync(file);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(places.placeOf(visitor)).toEqual(inLyon);
  expect(said).toHaveLength(1);
  writeFileSync(file, geneva);
  await vi.waitFor(() => expect(places.placeOf(visitor)).toEqual(inGeneva), SOON);
});

test('nothing said ever holds an address', async () => {
  const { places, said } = await open(Buffer.from('broken'));
  places.placeOf(visitor);
  places.placeOf('203.0.113.9, 192.0.2.7');
  expect(said.join()).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
});

test('names of regions and countries read well with any database, and with none', async () => {
  const { places } = await open(geneva);
  expect(places.regionName('CH-GE', 'fr')).toBe('Genève');
  // Not in this database: by the standard.
  expect(places.regionName('FR-BRE', 'fr')).toBe('Bretagne');
  expect(places.regionName('FR-ARA', 'fr')).toBe('Auvergne-Rhône-Alpes');
  expect(places.regionName('ZZ-99', 'fr')).toBe('ZZ-99');
  expect(['RE', 'GP', 'MQ', 'GF', 'YT'].map((code) => places.countryName(code, 'fr'))).toEqual([
    'La Réunion',
    'Guadeloupe',
    'Martinique',
    'Guyane française',
    'Mayotte',
  ]);
  expect(places.countryName('DE', 'en')).toBe('Germany');
  expect(places.countryName('??', 'fr')).toBe('??');
});
