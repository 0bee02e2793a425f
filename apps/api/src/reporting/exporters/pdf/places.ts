import { tableHeight } from '../../../documents/pdf-table.js';
import type { UsageGeography } from '@num-ecard/contracts/usage';
import { type Counted, writeCounted } from './counted-table.js';
import type { Section } from './section.js';

const MOST = { countries: 6, regions: 10, cities: 12 };

type Places = Omit<UsageGeography, 'period' | 'previous'>;

/** Where the visits came from. */
export function writePlaces(section: Section, geography: UsageGeography, total: number): void {
  const { file, texts } = section;
  const { previous } = geography;
  const parts = [
    ['countries', texts.country, countriesOf],
    ['regions', texts.region, regionsOf],
    ['cities', texts.city, citiesOf],
  ] as const;
  file.heading(texts.places, tableHeight(3));
  for (const [part, head, rowsOf] of parts) {
    const rows = rowsOf(geography);
    // Regions and cities are those of what is known.
    const unknown = part === 'countries' ? geography.unknown : 0;
    if (rows.length === 0 && unknown === 0) continue;
    file.subheading(texts[part], tableHeight(Math.min(rows.length, MOST[part])));
    writeCounted(section, {
      head,
      rows,
      before: previous && rowsOf(previous),
      total,
      most: MOST[part],
      rest: part,
      unknown: { name: texts.unknownPlace, now: unknown, before: previous?.unknown ?? 0 },
    });
  }
}

function countriesOf({ countries }: Places): Counted[] {
  return countries.map(({ code, name, views, clicks }) => ({ key: code, name, views, clicks }));
}

function regionsOf({ regions }: Places): Counted[] {
  return regions.map(({ country, code, name, views, clicks }) => ({
    key: `${country}/${code}`,
    name,
    views,
    clicks,
  }));
}

/** Cities of one name are told apart by where they are. */
function citiesOf({ cities, countries, regions }: Places): Counted[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of cities) (once.has(name) ? twice : once).add(name);
  const areaOf = (country: string, region: string | null) =>
    regions.find((known) => known.country === country && known.code === region)?.name ??
    countries.find(({ code }) => code === country)?.name ??
    country;
  return cities.map(({ country, region, name, views, clicks }) => ({
    key: `${country}/${region}/${name}`,
    name: twice.has(name) ? `${name} (${areaOf(country, region)})` : name,
    views,
    clicks,
  }));
}
