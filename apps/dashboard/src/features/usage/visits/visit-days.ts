import type { UsageVisits } from '@num-ecard/contracts/usage';
import { calendarDay } from '@num-ecard/contracts/calendar';

export type Visit = UsageVisits['visits'][number];

/** A visit under a name that it keeps when others come before it. */
export interface NamedVisit extends Visit {
  readonly key: string;
}

export interface VisitDay {
  /** `YYYY-MM-DD` of the account's time zone. */
  readonly day: string;
  readonly visits: readonly NamedVisit[];
}

/** The visits of all pages by day, latest first, as they come. Two pages fetched one after the other may share a visit. */
export function visitDays(pages: readonly Pick<UsageVisits, 'visits'>[], timeZone: string): VisitDay[] {
  const days: { day: string; visits: NamedVisit[] }[] = [];
  for (const { visit, key } of named(pages)) {
    const day = calendarDay(new Date(visit.at), timeZone);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, visits: [] }));
    last.visits.push({ ...visit, key });
  }
  return days;
}

/** Visits have no identity that is told. Of those of one card in one millisecond the page's order tells them apart. */
function named(pages: readonly Pick<UsageVisits, 'visits'>[]) {
  const found = new Map<string, Visit>();
  for (const { visits } of pages) {
    const times = new Map<string, number>();
    for (const visit of visits) {
      const name = `${visit.at} ${visit.card.slug}`;
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      found.set(`${name} ${before}`, visit);
    }
  }
  return Array.from(found, ([key, visit]) => ({ key, visit }));
}

/** `Lyon, Auvergne-Rhône-Alpes`; the country too where it is another than France, or all that is known; undefined of none. */
export function placeText(place: Visit['place']): string | undefined {
  if (place === null) return undefined;
  const { country, countryName, regionName, city } = place;
  const within = [city, regionName].filter((name) => name !== null);
  return [...new Set(country === 'FR' && within.length > 0 ? within : [...within, countryName])].join(', ');
}
