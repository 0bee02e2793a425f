// How soon a thousand open dashboards know of each visit, and what an open stream costs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cookiesFor, createAccounts } from './support/live-owners.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './support/process-figures.mjs';
import { runBench } from './support/run-bench.mjs';

const USAGE = `npm run bench -- live [--streams=1000] [--rate=200] [--seconds=60] [--profile=FOLDER]

  --streams   open at once
  --rate      beacons a second
  --profile   writes the API's CPU profile (.cpuprofile) there; figures are then worse`;

const WITHIN_MS = 2_000;
const PATIENCE_MS = 30_000;
const BEAT_WITHIN_MS = 20_000;
/** Dashboards come back within so long of one another after a restart. */
const SPREAD_MS = 1_000;
const STREAMS_A_SESSION = 20;
const CARDS_OF_ONE = 5;
const SECRET_KEY = 'a secret key of the bench';

function readArguments() {
  const { values } = parseArgs({
    options: {
      streams: { type: 'string', default: '1000' },
      rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '60' },
      profile: { type: 'string' },
    },
  });
  const whole = (name, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw new Error(`--${name} must be a whole number from 1 to ${most}`);
    }
    return value;
  };
  return { streams: whole('streams', 1_000), rate: whole('rate', 2_000), seconds: whole('seconds', 3_600) };
}

/** Has the load do something. */
async function ask(load, command, wanted = {}) {
  load.send({ command, ...wanted });
  const done = new AbortController();
  try {
    return await Promise.race([
      once(load, 'message', { signal: done.signal }).then(([answer]) => answer),
      once(load, 'exit', { signal: done.signal }).then(() => {
        throw new Error('the load generator ended');
      }),
    ]);
  } finally {
    done.abort();
  }
}

/** MiB that are left once all garbage is collected: resident, and of that what JavaScript and its buffers hold. */
async function memoryOf(api) {
  const file = join(api.folder, 'memory.json');
  await rm(file, { force: true });
  process.kill(api.pid, 'SIGUSR2');
  for (;;) {
    await sleep(100);
    const text = await readFile(file, 'utf8').catch(() => '');
    if (!text.endsWith('}')) continue;
    const { rss, heapUsed, external } = JSON.parse(text);
    return { resident: rss / 2 ** 20, used: (heapUsed + external) / 2 ** 20 };
  }
}

/** Who opens how many streams of what: cookies, and the cards that visitors come to. */
async function scenarios(database, { accounts, one, streams }) {
  const ids = (list) => list.map(({ id }) => id);
  const slugs = (list) => list.flatMap(({ cards }) => cards.map(({ slug }) => slug));
  /** A session for every so many streams, in turn over the accounts. */
  const open = async (list, sessions) => {
    const owners = Array.from({ length: sessions }, (_, index) => list[index % list.length]);
    const cookies = await cookiesFor(database, ids(owners), SECRET_KEY);
    return Array.from({ length: streams }, (_, index) => ({
      cookie: cookies[index % sessions],
      slugs: slugs([owners[index % sessions]]),
    }));
  };
  const sessions = Math.ceil(streams / STREAMS_A_SESSION);
  const some = accounts.slice(0, sessions);
  return [
    { name: `${accounts.length} accounts`, wanted: await open(accounts, streams), slugs: slugs(accounts) },
    { name: `${some.length} accounts`, wanted: await open(some, sessions), slugs: slugs(some) },
    { name: '1 account, 5 cards', wanted: await open([one], sessions), slugs: slugs([one]) },
  ];
}

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

async function measure(api, load, databasePid, { name, wanted, slugs }, { rate, seconds }) {
  const { ms } = await ask(load, 'open', { url: api.url, wanted, spreadMs: SPREAD_MS });
  const memory = await memoryOf(api);
  const before = { api: cpuSeconds(api.pid), database: cpuSecondsOfFamily(databasePid) };
  const came = await ask(load, 'visit', { url: api.url, seconds, rate, slugs, patienceMs: PATIENCE_MS });
  const share = {
    api: (cpuSeconds(api.pid) - before.api) / came.sentIn,
    database: (cpuSecondsOfFamily(databasePid) - before.database) / came.sentIn,
    load: came.cpuSeconds / came.sentIn,
  };
  await ask(load, 'close');
  const delays = came.delays.map((delay) => delay ?? Infinity).toSorted((a, b) => a - b);
  return { name, ms, memory, share, ...came, delays };
}

async function run(api, wanted, load) {
  console.log(`Starting the API on an empty database (load ${number(loadavg()[0])}) …`);
  await api.start();
  const database = await api.connect();
  const databasePid = await api.databasePid();
  console.log(`Making ${number(wanted.streams + 1)} accounts …`);
  const accounts = await createAccounts(api, database, wanted.streams);
  const [one] = await createAccounts(api, database, 1, { cards: CARDS_OF_ONE, plan: 'multi-cartes' });
  const all = await scenarios(database, { accounts, one, streams: wanted.streams });
  // Once for nothing: what is compiled and kept for the first streams is not theirs.
  await ask(load, 'open', { url: api.url, wanted: all[0].wanted, spreadMs: SPREAD_MS });
  await ask(load, 'close');
  await sleep(2_000);
  const empty = await memoryOf(api);

  const measured = [];
  for (const scenario of all) {
    console.log(
      `${number(wanted.streams)} streams of ${scenario.name}, ${number(wanted.rate)} beacons a second …`,
    );
    measured.push(await measure(api, load, databasePid, scenario, wanted));
    await sleep(2_000);
  }
  await database.end();
  await api.stop();
  return report(api, wanted, empty, measured);
}

function report(api, { streams, rate, seconds }, empty, measured) {
  printTable(
    [
      'from 202 until told',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'max ms',
      'beacons a second',
      'API CPU %',
      'database',
      'load',
      'open s',
      'beat s',
    ],
    measured.map(({ name, delays, sentIn, share, ms, longestBeat }) => [
      name,
      ...[0.5, 0.95, 0.99, 1].map((part) => Math.round(percentile(delays, part))),
      delays.length / sentIn,
      share.api * 100,
      share.database * 100,
      share.load * 100,
      ms / 1_000,
      longestBeat / 1_000,
    ]),
  );
  const [{ memory }] = measured;
  const each = (from, to) => ((to - from) * 1_024) / streams;
  printFigures('Memory after garbage is collected', [
    ['without a stream, MiB', empty.resident],
    [`with ${number(streams)} streams, MiB`, memory.resident],
    ['a stream, KiB', each(empty.resident, memory.resident)],
    ['of that in JavaScript and its buffers, KiB', each(empty.used, memory.used)],
  ]);
  const faults = [...api.faults];
  for (const { name, delays, refused, broken, sentIn, longestBeat } of measured) {
    const late = delays.filter((delay) => delay > WITHIN_MS).length;
    if (late > 0) faults.push(`${name}: ${number(late)} beacons were told later than ${WITHIN_MS / 1_000} s`);
    if (refused > 0) faults.push(`${name}: ${number(refused)} beacons were refused`);
    if (broken > 0) faults.push(`${name}: ${number(broken)} streams broke`);
    if (sentIn > seconds * 1.05)
      faults.push(`${name}: the load came to ${number(delays.length / sentIn)} a second only`);
    if (longestBeat > BEAT_WITHIN_MS)
      faults.push(`${name}: heartbeats came ${number(longestBeat / 1_000)} s apart`);
  }
  console.log('');
  for (const fault of faults) console.log(`  ${fault}`);
  console.log(
    `${faults.length === 0 ? 'PASS' : 'FAIL'}: of ${number(rate)} beacons a second every dashboard knows within ${WITHIN_MS / 1_000} s`,
  );
  return faults.length === 0 ? 0 : 1;
}

const profile = parseArgs({ options: { profile: { type: 'string' } }, strict: false }).values.profile;
const load = fork(new URL('./support/live-load.mjs', import.meta.url), { execArgv: [] });
await runBench({
  usage: USAGE,
  readArguments,
  options: {
    settings: { TRUSTED_PROXIES: '127.0.0.1', SECRET_KEY },
    nodeArguments: [
      '--expose-gc',
      `--import=${new URL('./support/collect-garbage.mjs', import.meta.url)}`,
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    ],
  },
  run: (api, wanted) => run(api, wanted, load),
});
if (load.connected) load.disconnect();
