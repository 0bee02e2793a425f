import type { UsageGeography } from '@num-ecard/contracts/usage';
import type { KeyFigures } from '../query/usage-breakdown.query.js';
import { keyParts, mostViewed, told, summedBy } from './figures.js';

/** What countries (ISO 3166-1) and regions (ISO 3166-2) are called. */
export interface AreaNames {
  countryName(code: string): string;
  regionName(code: string): string;
}

type Geography = Pick<UsageGeography, 'countries' | 'regions' | 'cities' | 'unknown'>;

/**
 * Countries, regions and cities of the views by place, each as far as it is known: a view from a known country and an unknown
 * city counts for its country alone.
 * @param places by `country/region/city`
 */
export function geography(places: readonly KeyFigures[], names: AreaNames): Geography {
  const countries = summedBy(places, (key) => keyParts(key)[0]);
  const regions = summedBy(places, (key) => {
    const [country, region] = keyParts(key);
    return region && `${country}/${region}`;
  });
  const cities = summedBy(places, (key) => keyParts(key)[2] && key);
  const known = [...countries.values()].reduce((sum, { views }) => sum + views, 0);
  return {
    countries: mostViewed(
      Array.from(countries, ([code, figures]) => told({ code, name: names.countryName(code) }, figures)),
      ({ name }) => name,
    ),
    regions: mostViewed(
      Array.from(regions, ([key, figures]) => {
        const [country, code] = keyParts(key);
        return told(
          { country: country ?? '', code: code ?? '', name: names.regionName(code ?? '') },
          figures,
        );
      }),
      ({ name }) => name,
    ),
    cities: mostViewed(
      Array.from(cities, ([key, figures]) => {
        const [country, region, name] = keyParts(key);
        return told({ country: country ?? '', region, name: name ?? '' }, figures);
      }),
      ({ country, region, name }) => `${name} ${country} ${region}`,
    ),
    unknown: places.reduce((sum, { views }) => sum + views, 0) - known,
  };
}
