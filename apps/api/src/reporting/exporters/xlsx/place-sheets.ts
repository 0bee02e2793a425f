import type { UsageGeography } from '@num-ecard/contracts/usage';
import type { ValueColumn } from '../../../documents/xlsx-table.js';
import {
  type Beside,
  beside,
  figureColumns,
  type SheetContext,
  type SheetPlan,
  tablePlan,
} from './sheet-plan.js';
import type { XlsxTexts } from './xlsx-texts.js';

type Answer = Pick<UsageGeography, 'countries' | 'regions' | 'cities' | 'unknown'>;

interface Place {
  readonly key: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly views: number;
  readonly visitors: number | null;
  readonly clicks: number | null;
}

const LEVELS = {
  countries: ['country'],
  regions: ['region', 'country'],
  cities: ['city', 'region', 'country'],
} as const;

/** Countries, regions and cities. On each all visits are told, those of no known place too. */
export function placeSheets(context: SheetContext, geography: UsageGeography): SheetPlan[] {
  const { words } = context;
  const { previous } = geography;
  return (['countries', 'regions', 'cities'] as const).map((level) =>
    tablePlan<Beside<Place>>(
      context,
      { name: words[level], holds: words.holds[level] },
      {
        rows: beside(
          places(geography, level, words),
          previous && places(previous, level, words),
          ({ key }) => key,
        ),
        columns: [
          ...LEVELS[level].map((part): ValueColumn<Beside<Place>> => ({
            head: words[part],
            kind: 'text',
            value: (row) => row.part[part],
          })),
          ...figureColumns<Place>(words, previous !== undefined),
        ],
      },
    ),
  );
}

function places(answer: Answer, level: keyof typeof LEVELS, words: XlsxTexts): Place[] {
  const { countries, regions, cities, unknown } = answer;
  const countryNames = new Map(countries.map(({ code, name }) => [code, name]));
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  const countryOf = (code: string): string => countryNames.get(code) ?? code;
  const told: Record<keyof typeof LEVELS, () => Place[]> = {
    countries: () =>
      countries.map(({ code, name, views, visitors, clicks }) => ({
        key: code,
        country: name,
        region: '',
        city: '',
        views,
        visitors,
        clicks,
      })),
    regions: () =>
      regions.map(({ country, code, name, views, visitors, clicks }) => ({
        key: code,
        country: countryOf(country),
        region: name,
        city: '',
        views,
        visitors,
        clicks,
      })),
    cities: () =>
      cities.map(({ country, region, name, views, visitors, clicks }) => ({
        key: JSON.stringify([country, region, name]),
        country: countryOf(country),
        region: region === null ? '' : (regionNames.get(region) ?? region),
        city: name,
        views,
        visitors,
        clicks,
      })),
  };
  const rows = told[level]();
  const sum = (parts: readonly Place[]): Pick<Place, 'views' | 'visitors' | 'clicks'> => ({
    views: total(parts, 'views'),
    visitors: total(parts, 'visitors'),
    clicks: total(parts, 'clicks'),
  });
  const [all, known] = [sum(told.countries()), sum(rows)];
  const rest = (name: string, figures: Pick<Place, 'views' | 'visitors' | 'clicks'>): Place[] =>
    figures.views === 0
      ? []
      : [{ key: name, country: '', region: '', city: '', ...figures, [LEVELS[level][0]]: name }];
  return [
    ...rows,
    // A visit's country may be known, and its city not.
    ...rest(level === 'regions' ? words.unknownRegion : words.unknownCity, {
      views: all.views - known.views,
      visitors: (all.visitors ?? 0) - (known.visitors ?? 0),
      clicks: (all.clicks ?? 0) - (known.clicks ?? 0),
    }),
    // Of these the answer tells the visits alone.
    ...rest(words.unknownPlace, { views: unknown, visitors: null, clicks: null }),
  ];
}

function total(parts: readonly Place[], figure: 'views' | 'visitors' | 'clicks'): number {
  return parts.reduce((sum, part) => sum + (part[figure] ?? 0), 0);
}
