import type { UsageVisits } from '@num-ecard/contracts/usage';
import type { VisitRow } from '../query/latest-visits.query.js';
import type { LinkLabel } from '../query/named-link-labels.query.js';
import type { AreaNames } from './geography.js';

/** @param rows latest first: one more than the page has when there is a next page */
export function visits(
  rows: readonly VisitRow[],
  limit: number,
  labels: readonly LinkLabel[],
  names: AreaNames,
): Pick<UsageVisits, 'visits' | 'next'> {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const labelOf = new Map(labels.map(({ code, label }) => [code, label]));
  return {
    visits: page.map((row) => visit(row, labelOf, names)),
    next: last === undefined ? null : `${last.viewedAt.getTime()}.${last.visitId}`,
  };
}

function visit(
  row: VisitRow,
  labelOf: ReadonlyMap<string, string>,
  names: AreaNames,
): UsageVisits['visits'][number] {
  const { viewedAt, source, linkCode, referrerHost, country, region, city, device, browser, system } = row;
  return {
    at: viewedAt.toISOString(),
    source,
    link: linkCode === null ? null : { code: linkCode, label: labelOf.get(linkCode) ?? linkCode },
    referrer: referrerHost,
    place:
      country === null
        ? null
        : {
            country,
            countryName: names.countryName(country),
            region,
            regionName: region === null ? null : names.regionName(region),
            city,
          },
    device,
    browser,
    system,
    engagedMs: row.engagedMs,
    clicks: Object.entries(row.clicks)
      .map(([target, clicks]) => ({ target, clicks }))
      .toSorted((a, b) => b.clicks - a.clicks || (a.target < b.target ? -1 : 1)),
  };
}
