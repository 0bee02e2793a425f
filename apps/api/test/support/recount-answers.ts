/** What every endpoint has to answer, made from the recount; and both answers put so that they can be compared. */
import {
  bucketOf,
  bucketsOf,
  type Asked,
  clickedTargets,
  clicksOf,
  type Counts,
  countedBy,
  droppedOf,
  engagedMs,
  engagement,
  localDay,
  type Recount,
  targets,
  type Visit,
  visitsOf,
  weekHours,
} from './recount.js';

export type Interval = 'day' | 'week' | 'month';
export const CROSS_BY = ['source', 'country', 'region', 'city', 'target', 'month'] as const;
export type CrossBy = (typeof CROSS_BY)[number];

/** Names as a French owner reads them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  FR: 'France',
  RE: 'La Réunion',
  GB: 'Royaume-Uni',
  CH: 'Suisse',
  CA: 'Canada',
  IN: 'Inde',
};
const REGIONS: Readonly<Record<string, string>> = {
  'FR-ARA': 'Auvergne-Rhône-Alpes',
  'FR-IDF': 'Île-de-France',
  'GB-ENG': 'Angleterre',
  'CH-BE': 'Canton de Berne',
  'CA-QC': 'Québec',
  'IN-MH': 'Maharashtra',
};

/** Labels of the named links there are, by code; a code without one was deleted. */
export type LinkLabels = ReadonlyMap<string, string>;

type Viewed = Visit & { view: NonNullable<Visit['view']> };
type Json = Readonly<Record<string, unknown>>;

/** What the application answers, as far as a recount can tell. Lists are in no order: see {@link comparable}. */
export type Expected = (recount: Recount, asked: Asked, labels: LinkLabels) => Json;

const place = ({ view: { person } }: Viewed) => person;

function rows(counted: ReadonlyMap<string, Counts>, named: (name: string) => Json): Json[] {
  const found: Json[] = [];
  for (const [name, { views, visitors, clicks: pressed }] of counted) {
    found.push({ ...named(name), views, visitors, clicks: pressed });
  }
  return found;
}

function sumOf(recount: Recount, asked: Asked): Readonly<Counts> {
  const [sum] = countedBy(
    recount,
    asked,
    () => '',
    () => '',
  ).values();
  return sum ?? NOTHING;
}

const NOTHING: Readonly<Counts> = { views: 0, visitors: 0, clicks: 0, engagedMs: 0 };

export function trends(interval: Interval): Expected {
  return (recount, asked) => {
    const bucket = (at: number): string => bucketOf(at, asked.timezone, interval);
    const counted = countedBy(
      recount,
      asked,
      ({ view }) => bucket(view.at),
      ({ at }) => bucket(at),
    );
    const points: Json[] = [];
    for (const start of bucketsOf(asked, interval))
      points.push({ start, ...(counted.get(start) ?? NOTHING) });
    return { interval, points, totals: sumOf(recount, asked) };
  };
}

/** A row a card that something was counted of: {@link comparable} leaves the others out. */
export function comparedCards(interval: Interval): Expected {
  const series = trends(interval);
  return (recount, asked, labels) => ({
    interval,
    starts: [...bucketsOf(asked, interval)],
    rows: asked.cards.map((card) => {
      const { points, totals } = series(recount, { ...asked, cards: [card] }, labels);
      return { card, ...(totals as Json), series: (points as Counts[]).map(({ views }) => views) };
    }),
  });
}

export const geography: Expected = (recount, asked) => {
  const by = (key: (visit: Viewed) => string | undefined) => countedBy(recount, asked, key);
  const split = (name: string): (string | null)[] => JSON.parse(name) as (string | null)[];
  return {
    countries: rows(
      by((visit) => place(visit).country ?? undefined),
      (code) => ({ code, name: COUNTRIES[code] }),
    ),
    regions: rows(
      by((visit) => place(visit).region ?? undefined),
      (code) => ({ country: code.slice(0, 2), code, name: REGIONS[code] }),
    ),
    cities: rows(
      by((visit) => {
        const { country, region, city } = place(visit);
        return city === null ? undefined : JSON.stringify([country, region, city]);
      }),
      (name) => {
        const [country, region, city] = split(name);
        return { country, region, name: city };
      },
    ),
    unknown: visitsOf(recount, asked).filter((visit) => place(visit).country === null).length,
  };
};

export const sources: Expected = (recount, asked, labels) => {
  const by = (key: (visit: Viewed) => string | undefined) => countedBy(recount, asked, key);
  return {
    sources: rows(
      by(({ view: { origin } }) => origin.source),
      (source) => ({ source }),
    ),
    referrers: rows(
      by(({ view: { origin } }) => origin.referrerHost ?? undefined),
      (host) => ({ host }),
    ),
    links: rows(
      by(({ view: { origin } }) => origin.linkCode ?? undefined),
      (code) => ({ code, label: labels.get(code) ?? code, deleted: !labels.has(code) }),
    ),
  };
};

export const engagementAnswer: Expected = (recount, asked) => engagement(recount, asked);

export const clicks: Expected = (recount, asked) => {
  const visits = visitsOf(recount, asked).length;
  return {
    visits,
    clicks: clicksOf(recount, asked).length,
    targets: [...targets(recount, asked)].map(([target, counts]) => ({
      target,
      clicks: counts.clicks,
      visits: counts.visits,
      rate: visits === 0 ? null : counts.visits / visits,
    })),
  };
};

export const devices: Expected = (recount, asked) => {
  const by = (part: 'device' | 'browser' | 'system') =>
    rows(
      countedBy(recount, asked, (visit) => place(visit)[part]),
      (name) => ({ [part]: name }),
    );
  return { devices: by('device'), browsers: by('browser'), systems: by('system') };
};

export const hours: Expected = (recount, asked) => {
  const counted = weekHours(recount, asked);
  const grid = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const { views = 0, clicks: pressed = 0 } =
        counted.get(`${weekday}-${String(hour).padStart(2, '0')}`) ?? {};
      grid.push({ weekday, hour, views, clicks: pressed });
    }
  }
  return { hours: grid };
};

export const filtered: Expected = (recount, asked) => {
  const reasons: Json[] = [];
  let [views, pressed] = [0, 0];
  for (const [reason, counts] of droppedOf(recount, asked)) {
    reasons.push({ reason, ...counts });
    views += counts.views;
    pressed += counts.clicks;
  }
  return { views, clicks: pressed, reasons };
};

/** All of the period, whatever the page. */
export const visits: Expected = (recount, asked, labels) => ({
  visits: visitsOf(recount, asked).map((visit) => {
    const { at, origin, person } = visit.view;
    const pressed = new Map<string, number>();
    for (const target of clickedTargets(visit)) pressed.set(target, 0);
    for (const click of visit.clicks) {
      const before = pressed.get(click.target);
      if (before !== undefined && click.at <= at + 86_400_000) pressed.set(click.target, before + 1);
    }
    return {
      at: new Date(at).toISOString(),
      card: { slug: visit.card, title: `Card ${visit.card}` },
      source: origin.source,
      link:
        origin.linkCode === null
          ? null
          : { code: origin.linkCode, label: labels.get(origin.linkCode) ?? origin.linkCode },
      referrer: origin.referrerHost,
      place:
        person.country === null
          ? null
          : {
              country: person.country,
              countryName: COUNTRIES[person.country],
              region: person.region,
              regionName: person.region === null ? null : REGIONS[person.region],
              city: person.city,
            },
      device: person.device,
      browser: person.browser,
      system: person.system,
      engagedMs: engagedMs(visit),
      clicks: inNoOrder([...pressed].map(([target, times]) => ({ target, clicks: times }))),
    };
  }),
});

/** @param now whose day is today */
export function summary(recount: Recount, asked: Asked, now: number): Json {
  const ever = { ...asked, from: '2000-01-01', to: '2100-01-01' };
  const today = localDay(now, asked.timezone);
  const onlyToday = { ...asked, from: today, to: today };
  const [all, these] = [targets(recount, ever), targets(recount, onlyToday)];
  const last = Math.max(...visitsOf(recount, ever).map(({ view }) => view.at));
  return {
    views: { total: sumOf(recount, ever).views, today: sumOf(recount, onlyToday).views },
    clicks: {
      total: sumOf(recount, ever).clicks,
      today: sumOf(recount, onlyToday).clicks,
      byTarget: [...all].map(([target, counts]) => ({
        target,
        total: counts.clicks,
        today: these.get(target)?.clicks ?? 0,
      })),
    },
    lastVisitAt: Number.isFinite(last) ? new Date(last).toISOString() : null,
  };
}

/** By card, the value of each column that is not 0: views, or clicks where the columns are targets. */
export function cross(recount: Recount, asked: Asked, by: CrossBy): Readonly<Record<string, Json>> {
  const key: Record<Exclude<CrossBy, 'target'>, (visit: Viewed) => string | null> = {
    source: ({ view: { origin } }) => origin.source,
    country: (visit) => place(visit).country,
    region: (visit) => place(visit).region,
    city: (visit) => {
      const { country, region, city } = place(visit);
      return city === null ? null : `${country}/${region ?? ''}/${city}`;
    },
    month: ({ view }) => localDay(view.at, asked.timezone).slice(0, 7),
  };
  const found: Record<string, Record<string, number>> = {};
  for (const card of asked.cards) {
    const cells: Record<string, number> = {};
    if (by === 'target') {
      for (const { target } of clicksOf(recount, { ...asked, cards: [card] })) {
        cells[target] = (Object.hasOwn(cells, target) ? (cells[target] as number) : 0) + 1;
      }
    } else {
      for (const visit of visitsOf(recount, { ...asked, cards: [card] })) {
        const name = key[by](visit) ?? 'unknown';
        cells[name] = (cells[name] ?? 0) + 1;
      }
    }
    found[card] = cells;
  }
  return found;
}

/** The figures by which a list is ordered and by which an entry of it says something. */
const FIGURES = ['views', 'visitors', 'clicks', 'visits', 'total', 'today'] as const;

/**
 * Answers as they can be compared: lists whose order is open where figures are equal are put in one order, and entries that
 * are there only to say zero are left out.
 */
export function comparable(answer: Json): Json {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]): [string, unknown] => {
      if (Array.isArray(value)) {
        if (['points', 'hours', 'buckets', 'starts'].includes(name)) return [name, value];
        return [name, inNoOrder((value as Json[]).filter(saysSomething).map(withInnerLists))];
      }
      return [name, typeof value === 'object' && value !== null ? comparable(value as Json) : value];
    }),
  );
}

function withInnerLists(entry: Json): Json {
  return Array.isArray(entry['clicks'])
    ? Object.assign({}, entry, { clicks: inNoOrder(entry['clicks'] as Json[]) })
    : entry;
}

function saysSomething(entry: Json): boolean {
  const figures = FIGURES.filter((name) => typeof entry[name] === 'number');
  return figures.length === 0 || figures.some((name) => entry[name] !== 0);
}

function inNoOrder(list: readonly Json[]): Json[] {
  return list
    .map((entry) => ({ entry, name: nameOf(entry) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ entry }) => entry);
}

/** The same for equal values, whatever the order of their fields. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}:${nameOf(inner)}`);
  return `{${fields.toSorted().join()}}`;
}

/** Whether a list is ordered by one of its figures, the largest first. */
export function isDescending(list: readonly Json[], figure: string): boolean {
  return list.every(
    (entry, index) => index === 0 || (list[index - 1]?.[figure] as number) >= (entry[figure] as number),
  );
}
