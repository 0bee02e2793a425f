import type { UsageGeography } from '@num-ecard/contracts/usage';

/** What the list shows, most telling first. */
export const LEVELS = ['cities', 'regions', 'countries'] as const;
export type Level = (typeof LEVELS)[number];

/** Where most owners and their visitors are: its places need no country beside them. */
const HOME = 'FR';

interface Visits {
  readonly views: number;
  /** Of the period compared with, where there is one. */
  readonly before: number | undefined;
  /** Of all visits of the period; null without any. */
  readonly share: number | null;
}

export interface PlaceRow extends Visits {
  readonly key: string;
  readonly name: string;
  /** What the place lies in, where its name alone does not tell. */
  readonly within: string | undefined;
  /** What can be looked into: a country or a region. */
  readonly area: string | undefined;
}

export interface PlaceRows {
  readonly rows: readonly PlaceRow[];
  /** Visits of the area whose city or region is not known though the country is. */
  readonly partlyKnown: Visits | undefined;
  /** Visits of which not even the country is known. */
  readonly unknown: Visits | undefined;
}

type Geography = Omit<UsageGeography, 'previous' | 'period'>;

/** What of an area can be listed. */
export function levelsWithin(area: string | undefined): readonly Level[] {
  if (area === undefined) return LEVELS;
  return isRegion(area) ? ['cities'] : ['cities', 'regions'];
}

/** All visits of a period. */
export function allViews({ countries, unknown }: Pick<Geography, 'countries' | 'unknown'>): number {
  return sum(countries) + unknown;
}

/** The places of a level, within an area or everywhere, with their share and what they were before. */
export function placeRows(geography: UsageGeography, level: Level, area: string | undefined): PlaceRows {
  const { previous } = geography;
  const all = allViews(geography);
  const shareOf = (views: number) => (all === 0 ? null : views / all);
  const found = PLACES[level](geography, area);
  const earlier = previous && PLACES[level](previous, area);
  const before = earlier && new Map(earlier.map(({ key, views }) => [key, views]));
  const visits = (views: number, viewsBefore: number | undefined): Visits | undefined =>
    views === 0 ? undefined : { views, before: viewsBefore, share: shareOf(views) };
  return {
    rows: found.map(({ key, name, within, area: inside, views }) => ({
      key,
      name,
      within,
      area: inside,
      views,
      before: before && (before.get(key) ?? 0),
      share: shareOf(views),
    })),
    partlyKnown: visits(
      viewsKnownOf(geography, area) - sum(found),
      previous && earlier && viewsKnownOf(previous, area) - sum(earlier),
    ),
    unknown: area === undefined ? visits(geography.unknown, previous?.unknown) : undefined,
  };
}

/** What an area is called in the answer, if it has visits. */
export function areaName({ countries, regions }: Geography, area: string): string | undefined {
  return [...countries, ...regions].find(({ code }) => code === area)?.name;
}

type Place = Pick<PlaceRow, 'key' | 'name' | 'within' | 'area' | 'views'>;

const PLACES: Readonly<Record<Level, (geography: Geography, area: string | undefined) => Place[]>> = {
  countries: ({ countries }) =>
    countries.map(({ code, name, views }) => ({ key: code, name, within: undefined, area: code, views })),

  regions: ({ countries, regions }, area) =>
    regions
      .filter(({ country }) => area === undefined || country === area)
      .map(({ country, code, name, views }) => ({
        key: code,
        name,
        within: abroad(countries, country, area),
        area: code,
        views,
      })),

  cities({ countries, regions, cities }, area) {
    const times = new Map<string, number>();
    for (const { country, name } of cities) {
      const key = `${country}/${name}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    return cities
      .filter(({ country, region }) => area === undefined || country === area || region === area)
      .map(({ country, region, name, views }) => {
        const namesake = (times.get(`${country}/${name}`) ?? 0) > 1;
        const parts = [namesake ? nameIn(regions, region) : undefined, abroad(countries, country, area)];
        return {
          key: `${country}/${region}/${name}`,
          name,
          within: parts.filter((part) => part !== undefined).join(', ') || undefined,
          area: undefined,
          views,
        };
      });
  },
};

type Areas = readonly { readonly code: string; readonly name: string }[];

function nameIn(areas: Areas, wanted: string | null): string | undefined {
  return areas.find(({ code }) => code === wanted)?.name;
}

/** The country, where it is neither the usual nor the one looked into. */
function abroad(countries: Areas, country: string, area: string | undefined): string | undefined {
  return country === HOME || country === area?.slice(0, 2) ? undefined : nameIn(countries, country);
}

/** Visits of an area, or of everywhere, of which the country is known. */
function viewsKnownOf({ countries, regions }: Geography, area: string | undefined): number {
  if (area === undefined) return sum(countries);
  return [...countries, ...regions].find(({ code }) => code === area)?.views ?? 0;
}

function isRegion(area: string): boolean {
  return area.includes('-');
}

function sum(places: readonly { readonly views: number }[]): number {
  return places.reduce((total, { views }) => total + views, 0);
}
