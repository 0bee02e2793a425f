/** Asks every endpoint about periods of all kinds, and compares what it answers with the recount. */
import { isDeepStrictEqual } from 'node:util';
import { planHas } from '@num-ecard/contracts/plans';
import { plusDays } from './recount.js';
import {
  clicks,
  comparable,
  comparedCards,
  cross,
  CROSS_BY,
  devices,
  engagementAnswer,
  type Expected,
  filtered,
  geography,
  hours,
  isDescending,
  sources,
  summary,
  trends,
  visits,
} from './recount-answers.js';
import { NOW, type OwnAccount, type World } from './traffic-world.js';

type Json = Readonly<Record<string, unknown>>;

/** Days from and to; both absent: what is meant when none is named. */
type Period = readonly [from?: string, to?: string];

const PERIODS: readonly Period[] = [
  [],
  ['2028-04-12', '2028-04-12'],
  ['2028-02-29', '2028-02-29'],
  ['2027-10-31', '2027-10-31'],
  ['2028-03-26', '2028-03-26'],
  ['2027-12-28', '2028-01-04'],
  ['2028-01-15', '2028-03-27'],
  ['2028-02-01', '2028-02-29'],
  ['2027-10-01', '2028-03-31'],
  ['2028-12-29', '2029-01-03'],
  ['2029-02-01', '2029-02-28'],
  ['2027-09-15', '2028-04-12'],
];
const SOME_PERIODS: readonly Period[] = [
  [],
  ['2028-02-29', '2028-02-29'],
  ['2028-03-20', '2028-04-11'],
  ['2027-12-15', '2028-03-26'],
  ['2028-01-01', '2028-03-31'],
  ['2027-09-15', '2028-04-12'],
];
const FEW_PERIODS: readonly Period[] = [
  ['2027-12-31', '2028-03-26'],
  ['2027-09-15', '2028-04-12'],
];

interface Endpoint {
  readonly name: string;
  readonly feature: string;
  readonly expected: Expected;
  readonly query?: string;
  readonly isOfSeveral?: boolean;
  /** What of an answer the recount knows. */
  readonly known?: (answer: Json) => Json;
}

const ENDPOINTS: readonly Endpoint[] = [
  ...(['day', 'week', 'month'] as const).map((interval) => ({
    name: 'trends',
    feature: 'usage.trends',
    query: `interval=${interval}`,
    expected: trends(interval),
  })),
  { name: 'geography', feature: 'usage.geography', expected: geography },
  { name: 'sources', feature: 'usage.sources', expected: sources },
  { name: 'engagement', feature: 'usage.full', expected: engagementAnswer },
  { name: 'clicks', feature: 'usage.full', expected: clicks },
  { name: 'devices', feature: 'usage.full', expected: devices },
  { name: 'hours', feature: 'usage.full', expected: hours },
  { name: 'filtered', feature: 'usage.full', expected: filtered },
  ...(['day', 'week', 'month'] as const).map((interval) => ({
    name: 'cards',
    feature: 'usage.cross',
    query: `interval=${interval}`,
    expected: comparedCards(interval),
    isOfSeveral: true,
    known: ({ rows, ...answer }: Json): Json => ({
      ...answer,
      rows: (rows as (Json & { readonly card: Json })[]).map((row) =>
        Object.assign({}, row, { card: row.card['slug'] }),
      ),
    }),
  })),
];

export const WHOLE_LIST = { periods: PERIODS, compares: ['previous', 'year'] } as const;
export const HALF_THE_LIST = { periods: SOME_PERIODS, compares: ['previous', 'year'] } as const;
export const SHORT_LIST = { periods: FEW_PERIODS, compares: ['previous'] } as const;

type List = typeof WHOLE_LIST | typeof HALF_THE_LIST | typeof SHORT_LIST;

/** What a question is asked of: some cards, by one path. */
interface Subject {
  readonly account: OwnAccount;
  readonly cards: readonly string[];
  readonly path: (endpoint: string, query: string) => string;
  readonly isOneCard: boolean;
}

/** Every answer that is not the recount's, with the question; of many, the first ones. */
export async function differences(world: World, { periods, compares }: List): Promise<string[]> {
  const found: string[] = [];
  let asked = 0;
  for (const account of Object.values(world.accounts)) {
    for (const subject of subjectsOf(account)) {
      found.push(...(await summaryDiffers(world, subject)));
      for (const endpoint of ENDPOINTS) {
        if (subject.isOneCard && endpoint.isOfSeveral) continue;
        if (!planHas(account.plan, endpoint.feature)) continue;
        const answers = periods.map((period) => {
          asked += 1;
          // Each question is compared in one way, and over the list in all.
          const compare = [...compares, 'none'][asked % (compares.length + 1)] ?? 'none';
          return answerDiffers(world, subject, endpoint, period, compare);
        });
        found.push(...(await Promise.all(answers)).flat());
      }
      if (planHas(account.plan, 'usage.full')) {
        found.push(...(await visitsDiffer(world, subject, periods.at(-1) ?? [])));
      }
      if (subject.isOneCard) continue;
      for (const by of CROSS_BY) {
        const answers = periods.map((period) => crossDiffers(world, subject, by, period));
        found.push(...(await Promise.all(answers)).flat());
      }
    }
  }
  return found.slice(0, 12);
}

function subjectsOf(account: OwnAccount): Subject[] {
  const { cards, plan } = account;
  const oneCard = (card: string): Subject => ({
    account,
    cards: [card],
    path: (endpoint, query) => `/api/cards/${card}/stats/${endpoint}?${query}`,
    isOneCard: true,
  });
  const several = (some: readonly string[], narrowed: string): Subject => ({
    account,
    cards: some,
    path: (endpoint, query) =>
      `/api/stats/${['cards', 'cross'].includes(endpoint) ? '' : 'consolidated/'}${endpoint}?${query}${narrowed}`,
    isOneCard: false,
  });
  const single = [...new Set([cards[0], cards.at(-1)])].map((card) => oneCard(card as string));
  if (!planHas(plan, 'usage.consolidated')) return single;
  const subset = cards.slice(1, 3);
  return [...single, several(cards, ''), several(subset, `&cards=${subset.join()}`)];
}

const queryOf = ([from, to]: Period): string => (from === undefined ? '' : `from=${from}&to=${to}`);

async function ask({ account }: Subject, path: string): Promise<Json> {
  const { status, body } = await account.owner.get(path);
  return status === 200 ? (body as Json) : { status, body };
}

async function answerDiffers(
  world: World,
  subject: Subject,
  { name, query = '', expected, known = (told) => told }: Endpoint,
  period: Period,
  compare: string,
): Promise<string[]> {
  const path = subject.path(name, `${query}&${queryOf(period)}&compare=${compare}`);
  const { previous, ...answer } = await ask(subject, path);
  const days = answer['period'] as Days | undefined;
  if (days === undefined) return [`${path}: ${JSON.stringify(answer)}`];
  const found = isAskedFor(days, period) ? [] : [`${path} is about ${JSON.stringify(days)}`];
  if ((previous === undefined) !== (compare === 'none'))
    found.push(`${path}: no comparison, or one too many`);
  for (const one of previous === undefined ? [answer] : [answer, previous as Json]) {
    const { period: about, ...figures } = one as Json & { readonly period: Days };
    const wanted = expected(world.recount, askedOf(subject, about), world.linkLabels(subject.account));
    found.push(...differs(path, comparable(known(figures)), comparable(wanted)), ...disorder(path, figures));
  }
  if (previous !== undefined)
    found.push(...notBefore(path, days, (previous as { period: Days }).period, compare));
  return found;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** When none is named: the last 30 days. */
function isAskedFor({ from, to }: Days, [first = '2028-03-14', last = '2028-04-12']: Period): boolean {
  // It is the next day already in Auckland.
  return (from === first && to === last) || (first === '2028-03-14' && from === '2028-03-15');
}

function askedOf({ account, cards }: Subject, { from, to }: Days) {
  return { cards, timezone: account.timezone, from, to };
}

/**
 * Whole months are compared with whole months; less than 60 days with the same days of the week; others with as many days
 * just before, or with the same dates of the year before.
 */
function notBefore(path: string, now: Days, before: Days, compare: string): string[] {
  const length = ({ from, to }: Days): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const dates = ({ from, to }: Days): string =>
    `${from.slice(5)} ${to.slice(5)}`.replaceAll('02-29', '02-28');
  const isWhole = ({ from, to }: Days): boolean => from.endsWith('-01') && plusDays(to, 1).endsWith('-01');
  const yearsAgo = (name: 'from' | 'to'): number =>
    Number(now[name].slice(0, 4)) - Number(before[name].slice(0, 4));
  const isAYearAgo = yearsAgo('from') === 1 && yearsAgo('to') === 1 && dates(now) === dates(before);
  let isRight: boolean;
  if (isWhole(now)) {
    const isJustBefore = plusDays(before.to, 1) === now.from;
    isRight = isWhole(before) && (compare === 'year' ? isAYearAgo : isJustBefore);
  } else if (length(now) < 60) {
    const weeks = (Date.parse(now.from) - Date.parse(before.from)) / (7 * 86_400_000);
    const fewest = compare === 'year' ? 52 : Math.ceil(length(now) / 7);
    isRight = length(before) === length(now) && weeks === fewest;
  } else {
    const isJustBefore = length(before) === length(now) && plusDays(before.to, 1) === now.from;
    isRight = compare === 'year' ? isAYearAgo : isJustBefore;
  }
  return isRight ? [] : [`${path}: ${JSON.stringify(now)} is compared with ${JSON.stringify(before)}`];
}

const ORDERED_BY: Readonly<Record<string, string>> = {
  countries: 'views',
  regions: 'views',
  cities: 'views',
  sources: 'views',
  referrers: 'views',
  links: 'views',
  rows: 'views',
  browsers: 'views',
  systems: 'views',
  targets: 'clicks',
};

function disorder(path: string, answer: Json): string[] {
  return Object.entries(ORDERED_BY).flatMap(([list, figure]) =>
    isDescending((answer[list] ?? []) as Json[], figure) ? [] : [`${path}: ${list} are in no order`],
  );
}

async function summaryDiffers(world: World, subject: Subject): Promise<string[]> {
  const path = subject.path('summary', '');
  const answer = comparable(await ask(subject, path));
  const asked = askedOf(subject, { from: '', to: '' });
  return differs(path, answer, comparable(summary(world.recount, asked, NOW)));
}

/** Page by page, of a size that cuts the list somewhere. */
async function visitsDiffer(world: World, subject: Subject, period: Period): Promise<string[]> {
  const path = subject.path('visits', `${queryOf(period)}&limit=37`);
  const found: Json[] = [];
  let about: Days | undefined;
  for (let cursor: string | null = ''; cursor !== null && found.length < 5_000;) {
    const page: Json = await ask(subject, cursor === '' ? path : `${path}&cursor=${cursor}`);
    if (!Array.isArray(page['visits'])) return [`${path}: ${JSON.stringify(page)}`];
    found.push(...(page['visits'] as Json[]));
    about = page['period'] as Days;
    cursor = page['next'] as string | null;
  }
  if (about === undefined) return [`${path}: no page`];
  const wanted = visits(world.recount, askedOf(subject, about), world.linkLabels(subject.account));
  const times = found.map(({ at }) => ({ at: Date.parse(String(at)) }));
  return [
    ...(isDescending(times, 'at') ? [] : [`${path}: not the latest first`]),
    ...differs(path, comparable({ visits: found }), comparable(wanted)),
  ];
}

interface CrossAnswer {
  readonly rows: readonly {
    readonly card: { readonly slug: string };
    readonly total: number;
    readonly cells: readonly { readonly key: string; readonly value: number }[];
  }[];
  readonly columns: readonly { readonly key: string; readonly total: number }[];
}

async function crossDiffers(
  world: World,
  subject: Subject,
  by: (typeof CROSS_BY)[number],
  period: Period,
): Promise<string[]> {
  const path = subject.path('cross', `by=${by}&${queryOf(period)}`);
  const answer = await ask(subject, path);
  const days = answer['period'] as Days | undefined;
  if (days === undefined) return [`${path}: ${JSON.stringify(answer)}`];
  const { rows, columns } = answer as unknown as CrossAnswer;
  const cells = Object.fromEntries(
    rows.map(({ card, cells: values }) => [
      card.slug,
      Object.fromEntries(values.flatMap(({ key, value }) => (value === 0 ? [] : [[key, value]]))),
    ]),
  );
  const sums = rows.every(({ total, cells: values }) => total === sum(values.map(({ value }) => value)));
  const totals = columns.every(
    ({ key, total }) =>
      total ===
      sum(
        rows.flatMap(({ cells: values }) =>
          values.filter((cell) => cell.key === key).map(({ value }) => value),
        ),
      ),
  );
  return [
    ...differs(path, cells, cross(world.recount, askedOf(subject, days), by)),
    ...(sums && totals ? [] : [`${path}: rows or columns do not add up`]),
    ...(isDescending([...rows], 'total') ? [] : [`${path}: rows are in no order`]),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function differs(path: string, answer: Json, wanted: Json): string[] {
  return Object.keys({ ...answer, ...wanted }).flatMap((name) =>
    isDeepStrictEqual(answer[name], wanted[name])
      ? []
      : [`${path}: ${name} ${shortly(answer[name], wanted[name])}`],
  );
}

/** Of two long lists the entries that one has and the other has not. */
function shortly(answer: unknown, wanted: unknown): string {
  if (!Array.isArray(answer) || !Array.isArray(wanted)) {
    return `${JSON.stringify(answer)} instead of ${JSON.stringify(wanted)}`;
  }
  const [said, known] = [answer, wanted].map((list) => list.map((entry) => JSON.stringify(entry)));
  const only = (some: readonly string[] = [], others: readonly string[] = []): string =>
    some
      .filter((entry) => !others.includes(entry))
      .slice(0, 4)
      .join(' ');
  return `${only(said, known)} instead of ${only(known, said)}`;
}
