// What a million events take on disk, table by table: a load of visits as people make them, then the sizes.
import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { parseArgs } from 'node:util';
import { runBench } from './support/run-bench.mjs';
import { untilMerged } from './support/kill-verification.mjs';
import { createAccount } from './support/operator.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { anyOf, between, visitorAddress, zipfPicker } from './support/random.mjs';
import { USER_AGENTS } from './support/user-agents.mjs';

const USAGE = `npm run bench -- disk [--events=200000] [--connections=48]`;

const ACCOUNTS = 8;
const CARDS_AN_ACCOUNT = 25;
const HOUR = 3_600_000;
const TARGETS = ['phone', 'email', 'whatsapp', 'linkedin', 'vcard', 'website'];
const ENTRIES = [
  { query: '?s=qr' },
  { query: '?s=nfc' },
  { query: '?s=link' },
  { query: '', referrer: 'https://www.linkedin.com/' },
  { query: '', referrer: 'https://www.google.com/' },
  { query: '' },
];

function readArguments() {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '200000' },
      connections: { type: 'string', default: '48' },
    },
  });
  const whole = (name, least, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
  return { events: whole('events', 1_000, 50_000_000), connections: whole('connections', 1, 256) };
}

/** A visit: its view and first times in one request, what follows in another. About 4.2 events. */
function newVisit(card) {
  const visit = randomUUID();
  // Some hours back, so that more than one day and hour is filled.
  const age = between(60_000, 20 * HOUR);
  const event = (type, after, more) => ({ id: randomUUID(), type, age: Math.max(0, age - after), ...more });
  const { query, referrer } = anyOf(ENTRIES);
  const engagedMs = between(1_000, 60_000);
  const clicks = Math.random() < 0.4 ? 0 : between(1, 3);
  const first = [
    event('view', 0, { url: `https://card.example/c/${card}${query}`, ...(referrer ? { referrer } : {}) }),
    event('engagement', 1_000, { engagedMs: 1_000 }),
  ];
  const later = [
    ...Array.from({ length: clicks }, () =>
      event('click', between(2_000, 50_000), { target: anyOf(TARGETS) }),
    ),
    event('engagement', 60_000, { engagedMs }),
  ];
  const headers = { 'user-agent': anyOf(USER_AGENTS), 'x-forwarded-for': visitorAddress() };
  return [first, later].map((events) => ({
    body: JSON.stringify({ card, visit, events }),
    events: events.length,
    headers,
  }));
}

function post(url, agent, { body, headers }) {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          ...headers,
          'content-type': 'text/plain;charset=UTF-8',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function load(api, slugs, { events, connections }) {
  const url = new URL('/api/track', api.url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const pick = zipfPicker(slugs);
  const sent = { events: 0, visits: 0 };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (sent.events < events) {
        sent.visits += 1;
        for (const one of newVisit(pick())) {
          sent.events += one.events;
          const status = await post(url, agent, one);
          if (status !== 202) throw new Error(`a beacon was answered ${status}`);
        }
      }
    }),
  );
  agent.destroy();
  return sent;
}

// Partitions count for the table that they are of.
const SIZES = `
  SELECT coalesce(parent.relname, c.relname) AS name,
         sum(pg_table_size(c.oid))::float8 AS data, sum(pg_indexes_size(c.oid))::float8 AS indexes
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
    LEFT JOIN pg_class parent ON parent.oid = i.inhparent
   WHERE c.relkind = 'r' AND n.nspname = 'public' AND (c.relname ~ '^(tracking|usage|visitor)_')
   GROUP BY 1 HAVING sum(pg_total_relation_size(c.oid)) > 65536 ORDER BY sum(pg_total_relation_size(c.oid)) DESC`;

/** What each table is for as long as it is kept. */
const KEPT = {
  tracking_events: 'up to 25 months',
  tracking_visits: 'up to 25 months',
  tracking_event_ids: '48 hours',
  usage_visitors: '48 hours',
  usage_increments: 'ten seconds',
};

async function run(api, wanted) {
  console.log('Starting the API on an empty database …');
  await api.start();
  const slugs = [];
  for (let index = 0; index < ACCOUNTS; index += 1) {
    const { cards } = await createAccount(api, { cards: CARDS_AN_ACCOUNT });
    slugs.push(...cards.map(({ slug }) => slug));
  }
  console.log(`${number(wanted.events)} events on ${slugs.length} cards …`);
  const started = performance.now();
  const sent = await load(api, slugs, wanted);
  const seconds = (performance.now() - started) / 1_000;
  const database = await api.connect();
  await untilMerged(database);
  // As autovacuum would: rows that were replaced give their room back to new ones.
  await database.query('VACUUM (ANALYZE)');
  const { rows: sizes } = await database.query(SIZES);
  const [{ stored }] = (await database.query('SELECT count(*)::integer AS stored FROM tracking_events')).rows;
  const counts = new Map();
  for (const { name } of sizes) {
    const { rows } = await database.query(`SELECT count(*)::integer AS rows FROM ${name}`);
    counts.set(name, rows[0].rows);
  }
  await database.end();
  await api.stop();

  const perMillion = (bytes) => (bytes / stored) * 1e6;
  const megabytes = (bytes) => Math.round((perMillion(bytes) / 1e6) * 10) / 10;
  printTable(
    ['per million events', 'rows', 'data MB', 'indexes MB', 'together MB', 'bytes a row', 'kept'],
    sizes.map(({ name, data, indexes }) => [
      name,
      Math.round(perMillion(counts.get(name))),
      megabytes(data),
      megabytes(indexes),
      megabytes(data + indexes),
      counts.get(name) === 0 ? '' : Math.round((data + indexes) / counts.get(name)),
      KEPT[name] ?? 'up to 25 months; by cards, days and keys, not by events',
    ]),
  );
  const total = (names) =>
    sizes.filter(({ name }) => names(name)).reduce((sum, { data, indexes }) => sum + data + indexes, 0);
  const lasting = (name) => name === 'tracking_events' || name === 'tracking_visits';
  const passing = (name) => KEPT[name] !== undefined && !lasting(name);
  printFigures('In all', [
    ['events stored', stored],
    ['visits', sent.visits],
    ['events a second', stored / seconds],
    ['MB a million events, as long as they are kept', megabytes(total(lasting))],
    ['MB a million events, for two days at most', megabytes(total(passing))],
    ['MB of rollups in this run', Math.round(total((name) => KEPT[name] === undefined) / 1e5) / 10],
  ]);
  const passed = stored === sent.events && api.faults.length === 0;
  for (const fault of api.faults) console.log(`\n  ${fault}`);
  console.log(
    passed ? '\nEvery event sent is stored.' : `\nFAIL: ${sent.events} events sent, ${stored} stored.`,
  );
  return passed ? 0 : 1;
}

await runBench({
  usage: USAGE,
  readArguments,
  options: { settings: { TRUSTED_PROXIES: '127.0.0.1' } },
  run,
});
