import type { UsageGeography } from '@num-ecard/contracts/usage';
import { allViews } from './place-rows';

/** What a map tells of an area. */
export interface AreaFigures {
  readonly name: string;
  readonly views: number;
  /** Of all visits of the period, wherever they came from. */
  readonly share: number;
}

/** Of every country and region with visits, by its code. */
export function mapFigures(geography: UsageGeography): ReadonlyMap<string, AreaFigures> {
  const all = allViews(geography);
  return new Map(
    [...geography.countries, ...geography.regions].map(({ code, name, views }) => [
      code,
      { name, views, share: views / all },
    ]),
  );
}

/** Those of the areas given, the most viewed first. */
export function visited(
  codes: readonly string[],
  figures: ReadonlyMap<string, AreaFigures>,
): readonly (AreaFigures & { readonly code: string })[] {
  return codes
    .flatMap((code) => {
      const found = figures.get(code);
      return found === undefined ? [] : [{ code, ...found }];
    })
    .toSorted((a, b) => b.views - a.views);
}
