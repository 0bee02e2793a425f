import type { UsageVisits } from '@num-ecard/contracts/usage';
import type { VisitRow } from '../query/latest-visits.query.js';
import type { LinkLabel } from '../query/named-link-labels.query.js';
import type { AreaNames } from './geography.js';

/** What a visit's card is called. */
interface VisitedCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** What a row names by an identifier. */
export interface VisitNames extends AreaNames {
  cardOf(id: string): UsageVisits['visits'][number]['card'];
  linkLabel(code: string): string;
}

export function visitNames(
  cards: readonly VisitedCard[],
  labels: readonly LinkLabel[],
  areas: AreaNames,
): VisitNames {
  const slugAndTitle = new Map(cards.map(({ id, slug, title }) => [id, { slug, title }]));
  const labelOf = new Map(labels.map(({ code, label }) => [code, label]));
  return {
    ...areas,
    cardOf: (id) => slugAndTitle.get(id) ?? { slug: '', title: '' },
    linkLabel: (code) => labelOf.get(code) ?? code,
  };
}

/** @param rows latest first: one more than the page has when there is a next page */
export function visits(
  rows: readonly VisitRow[],
  limit: number,
  names: VisitNames,
): Pick<UsageVisits, 'visits' | 'next'> {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    visits: page.map((row) => visit(row, names)),
    next: last === undefined ? null : `${last.viewedAt.getTime()}.${last.visitId}`,
  };
}

function visit(row: VisitRow, names: VisitNames): UsageVisits['visits'][number] {
  const { viewedAt, source, linkCode, referrerHost, country, region, city, device, browser, system } = row;
  return {
    at: viewedAt.toISOString(),
    card: names.cardOf(row.cardId),
    source,
    link: linkCode === null ? null : { code: linkCode, label: names.linkLabel(linkCode) },
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
