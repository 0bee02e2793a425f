import { monthText, weekdayText } from '@num-ecard/contracts/calendar';
import type { Locale } from '@num-ecard/contracts/locale';
import type { Interval } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { Report } from '@num-ecard/contracts/report';
import { UNKNOWN_COLUMN, type UsageCards, type UsageCross } from '@num-ecard/contracts/usage';
import {
  deviceName,
  dropReasonName,
  familyName,
  sourceName,
  targetName,
} from '@num-ecard/contracts/usage-vocabulary-names';
import { clockTime } from '../../clocks/local-time.js';
import { type CsvTexts, csvTexts } from './csv-texts.js';

/** What a section does not have is absent; null when there is nothing that it could be of. */
export interface Figures {
  readonly views?: number;
  readonly visitors?: number;
  readonly clicks?: number;
  readonly rate?: number | null;
  readonly engagedMs?: number | null;
}

export interface Line {
  readonly section: string;
  /** A card's slug, or which cards together. */
  readonly card: string;
  /** The same in every language: a day, a code, a slug. */
  readonly key: string;
  readonly label: string;
  readonly now?: Figures | undefined;
  /** The key of what stands beside it, where that is another one: a day of the compared period. */
  readonly against?: string | undefined;
  readonly before?: Figures | undefined;
}

type Part = Omit<Line, 'section' | 'card'>;
/** The same part of the period and of the one that it is compared with; one of them is absent where the other is longer. */
type Pair<Item> = readonly [now: Item | undefined, before: Item | undefined];

const NONE = { views: 0, visitors: 0, clicks: 0 };
const MINUTE_S = 60;

/** Every figure of a report, a line each, section by section. */
export function* usageLines(report: Report): Generator<Line[], void, undefined> {
  const { subject, sections } = report;
  const texts = csvTexts(report.language);
  const card = subject.consolidated
    ? subject.all
      ? texts.allCards
      : texts.chosenCards
    : (subject.cards[0]?.slug ?? '');
  const under = (section: string, parts: readonly Part[], of = card): Line[] =>
    parts.map((part) => ({ section, card: of, ...part }));

  yield [...under(texts.about, about(report, texts)), ...aboutCards(report, texts.about)];
  for (const [section, parts] of summaryParts(report, texts)) yield under(section, parts);
  for (const [section, parts] of periodParts(report, texts)) yield under(section, parts);
  if (sections.cards !== undefined) yield* cardLines(sections.cards, report.language, texts);
  for (const table of Object.values(sections.cross ?? {}))
    for (const [of, parts] of crossParts(table)) yield under(texts.crossBy[table.by], parts, of);
}

function about({ account, timezone, writtenAt, period, previous }: Report, texts: CsvTexts): Part[] {
  const days = ({ from, to }: DayRange) => texts.days(texts.day(from), texts.day(to));
  return [
    { key: 'account', label: account.name },
    { key: 'period', label: days(period) },
    ...(previous === null ? [] : [{ key: 'compared_period', label: days(previous) }]),
    { key: 'timezone', label: timezone },
    { key: 'written_at', label: moment(writtenAt, timezone, texts) },
  ];
}

function aboutCards({ subject }: Report, section: string): Line[] {
  return subject.cards.map(({ slug, title }) => ({ section, card: slug, key: 'card', label: title }));
}

function* summaryParts({ sections: { summary }, language, timezone }: Report, texts: CsvTexts): Parts {
  const { views, clicks, lastVisitAt } = summary;
  const buttons = (count: (target: (typeof clicks.byTarget)[number]) => number): Part[] =>
    clicks.byTarget.map((target) => ({
      key: target.target,
      label: targetName(target.target, language),
      now: { clicks: count(target) },
    }));
  const total = (now: Figures): Part => ({ key: 'total', label: texts.total, now });
  yield [texts.ever, [total({ views: views.total, clicks: clicks.total })]];
  yield [texts.buttonsEver, buttons((target) => target.total)];
  yield [texts.today, [total({ views: views.today, clicks: clicks.today })]];
  yield [texts.buttonsToday, buttons((target) => target.today)];
  if (lastVisitAt !== null)
    yield [texts.lastVisit, [{ key: 'last_visit', label: moment(lastVisitAt, timezone, texts) }]];
}

/** Which section, and what stands in it. */
type Parts = Generator<[section: string, parts: Part[]], void, undefined>;

function* periodParts(report: Report, texts: CsvTexts): Parts {
  yield* visitParts(report, texts);
  yield* placeParts(report, texts);
  yield* engagementParts(report, texts);
  yield* deviceParts(report, texts);
}

function* visitParts({ sections: { trends, sources }, language }: Report, texts: CsvTexts): Parts {
  if (trends !== undefined) {
    yield [
      texts.period,
      [{ key: 'total', label: texts.total, now: trends.totals, before: trends.previous?.totals }],
    ];
    const label = startLabel(trends.interval, language, texts);
    yield [
      texts.trends[trends.interval],
      byPlace(trends.points, trends.previous?.points).map((pair) => timePart(pair, label)),
    ];
  }
  if (sources !== undefined) {
    const before = sources.previous;
    yield [
      texts.sources,
      figureParts(sources.sources, before?.sources, ({ source }) => [source, sourceName(source, language)]),
    ];
    yield [texts.referrers, figureParts(sources.referrers, before?.referrers, ({ host }) => [host, host])];
    yield [
      texts.links,
      figureParts(sources.links, before?.links, ({ code, label, deleted }) => [
        code,
        deleted ? texts.deleted(label) : label,
      ]),
    ];
  }
}

function* placeParts({ sections: { geography } }: Report, texts: CsvTexts): Parts {
  if (geography === undefined) return;
  const before = geography.previous;
  yield [
    texts.countries,
    [
      ...figureParts(geography.countries, before?.countries, ({ code, name }) => [code, name]),
      {
        key: UNKNOWN_COLUMN,
        label: texts.unknownPlace,
        now: { views: geography.unknown },
        before: before && { views: before.unknown },
      },
    ],
  ];
  yield [texts.regions, figureParts(geography.regions, before?.regions, ({ code, name }) => [code, name])];
  yield [
    texts.cities,
    figureParts(geography.cities, before?.cities, ({ country, region, name }) => [
      `${country}/${region ?? ''}/${name}`,
      name,
    ]),
  ];
}

function* engagementParts(
  { sections: { clicks, engagement, hours }, language }: Report,
  texts: CsvTexts,
): Parts {
  if (clicks !== undefined) {
    yield [
      texts.buttons,
      byKey(clicks.targets, clicks.previous?.targets, ({ target }) => target).map(([now, before]) => {
        const target = (now ?? before)?.target ?? '';
        return {
          key: target,
          label: targetName(target, language),
          now: button(now, clicks.visits),
          before: clicks.previous && button(before, clicks.previous.visits),
        };
      }),
    ];
  }
  if (engagement !== undefined) {
    const { previous, visits, buckets } = engagement;
    yield [
      texts.medianAndAverage,
      [
        {
          key: 'median',
          label: texts.median,
          now: { views: visits, engagedMs: engagement.medianMs },
          before: previous && { views: previous.visits, engagedMs: previous.medianMs },
        },
        {
          key: 'average',
          label: texts.average,
          now: { views: visits, engagedMs: engagement.averageMs },
          before: previous && { views: previous.visits, engagedMs: previous.averageMs },
        },
      ],
    ];
    yield [
      texts.byDuration,
      byPlace(buckets, previous?.buckets).map(([now, before]) =>
        Object.assign(bucket(now ?? { fromMs: 0, toMs: null }, texts), {
          now: { views: now?.visits ?? 0 },
          before: before && { views: before.visits },
        }),
      ),
    ];
  }
  if (hours !== undefined) {
    yield [
      texts.hours,
      byPlace(hours.hours, hours.previous?.hours).map(([now, before]) => {
        const { weekday = 1, hour = 0, views = 0, clicks: pressed = 0 } = now ?? {};
        return {
          // Not "1-08", which a spreadsheet takes for a day.
          key: `${weekday}T${String(hour).padStart(2, '0')}`,
          label: `${weekdayText(weekday, language, 'long')}, ${texts.hourRange(hour)}`,
          now: { views, clicks: pressed },
          before: before && { views: before.views, clicks: before.clicks },
        };
      }),
    ];
  }
}

function* deviceParts({ sections: { devices, filtered }, language }: Report, texts: CsvTexts): Parts {
  if (devices !== undefined) {
    const before = devices.previous;
    yield [
      texts.devices,
      figureParts(devices.devices, before?.devices, ({ device }) => [device, deviceName(device, language)]),
    ];
    yield [
      texts.browsers,
      figureParts(devices.browsers, before?.browsers, ({ browser }) => [
        browser,
        familyName(browser, language),
      ]),
    ];
    yield [
      texts.systems,
      figureParts(devices.systems, before?.systems, ({ system }) => [system, familyName(system, language)]),
    ];
  }
  if (filtered !== undefined) {
    yield [
      texts.filteredOpenings,
      byPlace(filtered.reasons, filtered.previous?.reasons).map(([now, before]) => ({
        key: now?.reason ?? '',
        label: now === undefined ? '' : dropReasonName(now.reason, language),
        now,
        before,
      })),
    ];
  }
}

function* cardLines(
  cards: UsageCards,
  language: Locale,
  texts: CsvTexts,
): Generator<Line[], void, undefined> {
  const { interval, rows, starts, previous } = cards;
  const before = new Map(previous?.rows.map((row) => [row.card.id, row]));
  yield rows.map(({ card, ...now }) => ({
    section: texts.sideBySide,
    card: card.slug,
    key: card.slug,
    label: card.title,
    now,
    before: before.get(card.id),
  }));
  const label = startLabel(interval, language, texts);
  const points = (days: readonly string[] = [], series: readonly number[] = []) =>
    days.map((start, place) => ({ start, views: series[place] ?? 0 }));
  // A card at a time: two hundred have a year of days each.
  for (const { card, series } of rows) {
    const beside = previous && points(previous.starts, before.get(card.id)?.series);
    yield byPlace(points(starts, series), beside).map((pair) =>
      Object.assign(timePart(pair, label), { section: texts.cardTrends[interval], card: card.slug }),
    );
  }
}

function* crossParts({
  by,
  rows,
  previous,
}: UsageCross): Generator<[card: string, parts: Part[]], void, undefined> {
  const before = new Map(previous?.rows.map((row) => [row.card.id, row]));
  const figures = (value: number): Figures => (by === 'target' ? { clicks: value } : { views: value });
  for (const { card, cells } of rows) {
    const beside = previous && (before.get(card.id)?.cells ?? []);
    if (by === 'month') {
      yield [
        card.slug,
        byPlace(cells, beside).map(([now, then]) => ({
          key: now?.key ?? '',
          label: now?.label ?? '',
          now: now && figures(now.value),
          against: then?.key,
          before: then && figures(then.value),
        })),
      ];
      continue;
    }
    yield [
      card.slug,
      byKey(cells, beside, ({ key }) => key).map(([now, then]) => ({
        key: (now ?? then)?.key ?? '',
        label: (now ?? then)?.label ?? '',
        now: figures(now?.value ?? 0),
        before: beside && figures(then?.value ?? 0),
      })),
    ];
  }
}

/** By what it is called in both periods. What only one of them has, the other has none of. */
function figureParts<Item extends Required<Pick<Figures, 'views' | 'visitors' | 'clicks'>>>(
  now: readonly Item[],
  before: readonly Item[] | undefined,
  name: (item: Item) => readonly [key: string, label: string],
): Part[] {
  return byKey(now, before, (item) => name(item)[0]).flatMap(([here, there]) => {
    const item = here ?? there;
    if (item === undefined) return [];
    const [key, label] = name(item);
    return [{ key, label, now: here ?? NONE, before: before && (there ?? NONE) }];
  });
}

/** A day, week or month beside that of the compared period, which has another name. */
function timePart(
  [now, before]: Pair<Figures & { readonly start: string }>,
  label: (start: string) => string,
): Part {
  return {
    key: now?.start ?? '',
    label: now === undefined ? '' : label(now.start),
    now,
    against: before?.start,
    before,
  };
}

interface Pressed {
  readonly clicks: number;
  readonly visits: number;
  readonly rate: number | null;
}

/** Of a button that nobody pressed, the rate is that of no visits, as long as there are any. */
function button(pressed: Pressed | undefined, visits: number): Figures {
  if (pressed === undefined) return { views: 0, clicks: 0, rate: visits === 0 ? null : 0 };
  return { views: pressed.visits, clicks: pressed.clicks, rate: pressed.rate };
}

function bucket(
  { fromMs, toMs }: { fromMs: number; toMs: number | null },
  texts: CsvTexts,
): Pick<Part, 'key' | 'label'> {
  const said = (ms: number) => {
    const seconds = ms / 1000;
    return seconds < MINUTE_S ? texts.secondsOf(seconds) : texts.minutesOf(seconds / MINUTE_S);
  };
  const key = (ms: number) => `${ms / 1000}s`;
  if (toMs === null) return { key: `${key(fromMs)}+`, label: texts.above(said(fromMs)) };
  return {
    key: `${key(fromMs)}-${key(toMs)}`,
    label: fromMs === 0 ? texts.below(said(toMs)) : texts.between(said(fromMs), said(toMs)),
  };
}

function startLabel(interval: Interval, language: Locale, texts: CsvTexts): (start: string) => string {
  if (interval === 'day') return texts.day;
  if (interval === 'week') return (start) => texts.week(texts.day(start));
  return (start) => monthText(start.slice(0, 7), language);
}

function moment(at: string, timezone: string, texts: CsvTexts): string {
  const { day, time, offset } = clockTime(Date.parse(at), timezone);
  return `${texts.day(day)} ${time} ${offset}`;
}

/** The first beside the first: what has another name in the compared period, or the same names in the same order. */
function byPlace<Item>(now: readonly Item[], before: readonly Item[] | undefined): Pair<Item>[] {
  return Array.from({ length: Math.max(now.length, before?.length ?? 0) }, (_, place) => [
    now[place],
    before?.[place],
  ]);
}

/** In the order of the period; then what only the compared one has. */
function byKey<Item>(
  now: readonly Item[],
  before: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): Pair<Item>[] {
  const there = new Map(before?.map((item) => [keyOf(item), item]));
  const here = new Set(now.map(keyOf));
  return [
    ...now.map((item): Pair<Item> => [item, there.get(keyOf(item))]),
    ...(before ?? []).filter((item) => !here.has(keyOf(item))).map((item): Pair<Item> => [undefined, item]),
  ];
}
