// What an owner's screen asks for. A question is one request: a panel over a period.

const INTERVALS = ['day', 'week', 'month'];
const CROSSINGS = ['source', 'country', 'region', 'city', 'target', 'month'];
const PANELS = ['geography', 'sources', 'engagement', 'clicks', 'devices', 'hours', 'visits', 'filtered'];

const PERIODS = [
  { name: '30 days', days: 30 },
  { name: '365 days', days: 365 },
  { name: '365 days, and a year before', days: 365, compare: 'year' },
];

/** The period that the checks and `--explain` look at. */
export const YEAR = PERIODS[1];

const DAY_MS = 86_400_000;

/** The day `days` before another, both `YYYY-MM-DD`. */
export const daysBefore = (day, days) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

const trends = INTERVALS.map((interval) => ({
  panel: `trends by ${interval}`,
  route: 'trends',
  query: { interval },
}));
const plain = PANELS.map((panel) => ({ panel, route: panel, query: {} }));

/** @returns questions about one card */
export function cardQuestions() {
  return [summary('card'), ...over([...trends, ...plain], 'card')];
}

/** @returns questions about all cards of an account as one, and about its cards against each other */
export function accountQuestions() {
  const crossings = CROSSINGS.map((by) => ({ panel: `cross by ${by}`, route: 'cross', query: { by } }));
  const compared = INTERVALS.map((interval) => ({
    panel: `cards by ${interval}`,
    route: 'cards',
    query: { interval },
  }));
  return [
    summary('consolidated'),
    ...over([...trends, ...plain], 'consolidated'),
    ...over([...compared, ...crossings], 'cross'),
  ];
}

/** It is of all time: it takes no period. */
const summary = (about) => ({
  panel: 'summary',
  route: 'summary',
  query: {},
  about,
  period: { name: 'all time' },
});

const over = (panels, about) =>
  PERIODS.flatMap((period) => panels.map((panel) => ({ ...panel, about, period }))).filter(
    // The list of visits is not compared.
    ({ panel, period }) => panel !== 'visits' || period.compare === undefined,
  );

/**
 * @param {object} question
 * @param {{cards: {slug: string}[]}} account
 * @param {string} today the account's, `YYYY-MM-DD`
 * @returns {string} path and query of the request
 */
export function addressOf({ route, query, about, period }, account, today) {
  const bases = {
    card: `/api/cards/${account.cards[0].slug}/stats`,
    consolidated: '/api/stats/consolidated',
    cross: '/api/stats',
  };
  const range = period.days === undefined ? {} : { from: daysBefore(today, period.days - 1), to: today };
  const compare = period.compare === undefined ? {} : { compare: period.compare };
  const search = new URLSearchParams({ ...range, ...compare, ...query }).toString();
  return `${bases[about]}/${route}${search === '' ? '' : `?${search}`}`;
}
