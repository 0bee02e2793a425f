import { admin, createAccount, signIn } from './operator.mjs';
import { number, printFigures, printTable } from './print.mjs';
import { daysUntil } from './read-choices.mjs';
import { generateEvents, makePartitions } from './read-events.mjs';

const EMBEDDED = new URL('../../apps/api/dist/database/embedded/start-embedded-database.js', import.meta.url);
const TIMEZONE = 'Europe/Paris';
const CARDS = 200;

/** Of what a small account has, a large one has so many times as much. */
export const TIMES_AS_MANY = 100;

/** What an account's past consists of, for the figures on disk. */
const TABLES = [
  'tracking_events',
  'tracking_visits',
  'usage_days',
  'usage_day_breakdowns',
  'usage_closed_breakdowns',
  'usage_closed_cards',
  'usage_open_breakdowns',
  'usage_open_cards',
];

async function secondsOf(work) {
  const started = performance.now();
  await work();
  return Math.round((performance.now() - started) / 100) / 10;
}

/** Bytes on disk, indexes included, in the order of `TABLES`. */
async function sizes(database) {
  const { rows } = await database.query(
    `SELECT coalesce((SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree(name::regclass)),
                     pg_total_relation_size(name::regclass))::float8 AS bytes
       FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, place) ORDER BY place`,
    [TABLES],
  );
  return rows.map(({ bytes }) => bytes);
}

const mebibytes = (bytes) => Math.round((bytes / 2 ** 20) * 10) / 10;

/**
 * Four accounts: made over the API, then given a past and counted by the product's own command. Meanwhile the API is stopped,
 * because its own upkeep would set about counting them too. Prints what it took.
 * @param {import('./api-process.mjs').ApiProcess} api running
 * @param {{events: number, days: number}} wanted events: of each large account
 * @returns {Promise<{owners: {name: string, about: 'card' | 'account', size: 'large' | 'small', account: object,
 *   cookie: string}[], today: string}>} today: in the accounts' time zone, `YYYY-MM-DD`
 */
export async function prepareAccounts(api, { events, days }) {
  const few = Math.round(events / TIMES_AS_MANY);
  const owners = [
    { name: 'one card, many events', cards: 1, events, size: 'large', about: 'card' },
    { name: 'one card, few events', cards: 1, events: few, size: 'small', about: 'card' },
    { name: `${CARDS} cards, many events`, cards: CARDS, events, size: 'large', about: 'account' },
    { name: `${CARDS} cards, few events`, cards: CARDS, events: few, size: 'small', about: 'account' },
  ];
  return { owners, today: await givePast(api, owners, days) };
}

/**
 * Makes the owners' accounts over the API and gives them a past.
 * @param {import('./api-process.mjs').ApiProcess} api running
 * @param {{name: string, cards: number, events: number}[]} owners get an `account` and a `cookie`
 * @returns {Promise<string>} today in the accounts' time zone, `YYYY-MM-DD`
 */
export async function givePast(api, owners, days) {
  for (const owner of owners) {
    owner.account = await createAccount(api, { timezone: TIMEZONE, cards: owner.cards });
    owner.cookie = await signIn(api, owner.account.email);
  }
  const now = new Date();
  const today = new Intl.DateTimeFormat('sv', { timeZone: TIMEZONE }).format(now);
  await api.stop();
  const { startEmbeddedDatabase } = await import(EMBEDDED);
  const server = await startEmbeddedDatabase({ dataDir: api.dataDir, log: console.log });
  try {
    const database = await api.connect();
    await fillAccounts(api, database, owners, { days, today, now });
    await database.end();
  } finally {
    await server.stop();
  }
  await api.start();
  return today;
}

async function fillAccounts(api, database, owners, span) {
  const rows = [];
  await makePartitions(database, daysUntil(span.today, span.days));
  for (const { name, account, events } of owners) {
    console.log(`  ${name}: ${number(events)} events …`);
    const before = await sizes(database);
    const generated = await secondsOf(() => generateEvents(database, account, { ...span, events }));
    // As autovacuum would have, had the events come over a year.
    await database.query('VACUUM ANALYZE');
    const rebuilt = await secondsOf(() => admin(api, 'rebuild-usage', account.id));
    const after = await sizes(database);
    rows.push([name, generated, rebuilt, ...after.map((bytes, index) => mebibytes(bytes - before[index]))]);
  }
  const tables = TABLES.map((name) => `${name.replace(/^usage_|_breakdowns$/g, '')} MiB`);
  printTable(['prepared', 'generated s', 'rebuilt s', ...tables], rows);
  const vacuumed = await secondsOf(() => database.query('VACUUM ANALYZE'));
  const [{ size }] = (await database.query('SELECT pg_database_size(current_database())::float8 AS size'))
    .rows;
  const total = owners.reduce((sum, { events }) => sum + events, 0);
  printFigures('Database', [
    ['VACUUM ANALYZE, seconds', vacuumed],
    ['on disk, MiB', mebibytes(size)],
    ['on disk, MiB a million events', mebibytes((size / total) * 1e6)],
  ]);
}
