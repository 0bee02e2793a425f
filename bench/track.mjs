// How many beacons a second the API acknowledges, each of them durable, beside a bare Fastify route in the same run.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { withApi } from './support/api-process.mjs';
import { median } from './support/median.mjs';
import { createAccount } from './support/operator.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { cpuSeconds, cpuSecondsOfFamily, residentMegabytes } from './support/process-figures.mjs';

const USAGE = `npm run bench -- track [--rounds=3] [--seconds=10] [--connections=64] [--memory] [--profile=FOLDER]

  --memory    the API alone, its memory after every round: for long runs

  --profile   writes the API's CPU profile (.cpuprofile) there; figures are then lower`;

const ACCOUNTS = 8;
const CARDS_AN_ACCOUNT = 25;
const WARM_UP_S = 3;

function readArguments() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '10' },
      connections: { type: 'string', default: '64' },
      memory: { type: 'boolean', default: false },
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
  return {
    rounds: whole('rounds', 100),
    seconds: whole('seconds', 3_600),
    connections: whole('connections', 1_024),
    memory: values.memory,
    profile: values.profile,
  };
}

/** The metric's sum over its labels, from the API's own `/metrics`. */
async function metric(api, name) {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** One round of load. */
async function askFor(load, wanted) {
  const done = new AbortController();
  load.send(wanted);
  try {
    return await Promise.race([
      once(load, 'message', { signal: done.signal }).then(([figures]) => figures),
      once(load, 'exit', { signal: done.signal }).then(() => {
        throw new Error('the load generator ended');
      }),
    ]);
  } finally {
    done.abort();
  }
}

async function measure(load, subject, options) {
  const before = subject.cpu();
  const commitsBefore = await subject.commits();
  const figures = await askFor(load, { url: subject.url, ...options });
  const after = subject.cpu();
  const answered = figures.acknowledged + figures.others;
  return {
    ...figures,
    commits: ((await subject.commits()) - commitsBefore) / options.seconds,
    cpu: Object.fromEntries(
      Object.entries(after).map(([name, seconds]) => [name, ((seconds - before[name]) / answered) * 1e6]),
    ),
    loadCpu: figures.loadCpuMicroseconds / answered,
  };
}

function machine() {
  const [{ model }] = cpus();
  const memory = `${number(totalmem() / 2 ** 30)} GiB`;
  return `${platform()} ${release()} ${arch()}, ${cpus().length} × ${model}, ${memory}, Node ${process.versions.node}`;
}

async function prepare(api) {
  await api.start();
  const accounts = [];
  for (let index = 0; index < ACCOUNTS; index += 1) {
    accounts.push(await createAccount(api, { cards: CARDS_AN_ACCOUNT }));
  }
  // Card after card from each account in turn, so that the hot ones are of different accounts.
  const slugs = Array.from(
    { length: ACCOUNTS * CARDS_AN_ACCOUNT },
    (_, index) => accounts[index % ACCOUNTS].cards[Math.floor(index / ACCOUNTS)].slug,
  );
  return slugs;
}

async function run(api, wanted, load, bare) {
  console.log(`Machine: ${machine()}`);
  console.log('Starting the API on an empty database …');
  const slugs = await prepare(api);
  const [{ url: bareUrl }] = await once(bare, 'message');
  const database = await api.connect();
  const [{ version }] = (await database.query('SELECT version()')).rows;
  console.log(`Database: ${version.split(' on ')[0]}`);

  const databasePid = await api.databasePid();
  const subjects = {
    bare: {
      url: bareUrl,
      cpu: () => ({ server: cpuSeconds(bare.pid) }),
      commits: () => 0,
    },
    api: {
      url: api.url,
      cpu: () => ({ server: cpuSeconds(api.pid), database: cpuSecondsOfFamily(databasePid) }),
      commits: () => metric(api, 'num_ecard_tracking_commit_events_count'),
    },
  };
  const common = { connections: wanted.connections, slugs };
  console.log(`Warming up, then ${wanted.rounds} rounds of ${wanted.seconds} s each, in turn …`);
  const results = { bare: [], api: [] };
  const acknowledged = { count: 0 };
  const one = async (name, seconds) => {
    const figures = await measure(load, subjects[name], { ...common, seconds });
    if (name === 'api') acknowledged.count += figures.acknowledged + figures.retried;
    return figures;
  };
  for (const name of ['bare', 'api']) await one(name, WARM_UP_S);
  const memory = { before: residentMegabytes(api.pid) };
  for (let index = 1; index <= wanted.rounds; index += 1) {
    for (const name of wanted.memory ? ['api'] : ['bare', 'api']) {
      results[name].push(await one(name, wanted.seconds));
      await sleep(300);
    }
    const [a, b] = [results.api.at(-1), results.bare.at(-1)].map((figures) => figures?.perSecond);
    const beside = wanted.memory
      ? `memory ${number(residentMegabytes(api.pid))} MiB`
      : `bare route ${number(Math.round(b))}/s, ratio ${number((a / b) * 100)} %`;
    console.log(`  round ${index}: API ${number(Math.round(a))}/s, ${beside}`);
  }
  memory.after = residentMegabytes(api.pid);
  const stored = await check(database);
  await database.end();
  await api.stop();
  return report({ api, results, memory, acknowledged: acknowledged.count, stored });
}

/** What the database holds, past the API: events, and what the rollups say of them. */
async function check(database) {
  // What a commit adds to the rollups is merged a moment later.
  for (let waiting = 1; waiting > 0; await sleep(200)) {
    const { rows } = await database.query('SELECT count(*)::integer AS waiting FROM usage_increments');
    waiting = rows[0].waiting;
  }
  const { rows } = await database.query(`
    SELECT (SELECT count(*) FROM tracking_events)::integer AS events,
           (SELECT count(DISTINCT event_id) FROM tracking_events)::integer AS ids,
           (SELECT coalesce(sum(views + clicks), 0) FROM usage_days)::integer AS counted`);
  return rows[0];
}

function report({ api, results, memory, acknowledged, stored }) {
  const of = (name, figure) => median(results[name].map(figure));
  const row = (name, label) => [
    label,
    Math.round(of(name, ({ perSecond }) => perSecond)),
    of(name, ({ p50 }) => p50).toFixed(1),
    of(name, ({ p99 }) => p99).toFixed(1),
    of(name, ({ max }) => max).toFixed(0),
    Math.round(of(name, ({ cpu }) => cpu.server)),
    name === 'api' ? Math.round(of(name, ({ cpu }) => cpu.database)) : '',
    Math.round(of(name, ({ loadCpu }) => loadCpu)),
  ];
  printTable(
    ['medians', 'acknowledged/s', 'p50 ms', 'p99 ms', 'max ms', 'server µs CPU', 'database', 'load'],
    [row('api', 'API, durable'), ...(results.bare.length > 0 ? [row('bare', 'bare Fastify route')] : [])],
  );
  const commits = of('api', (figures) => figures.commits);
  const rate = of('api', ({ perSecond }) => perSecond);
  printFigures('API', [
    ['commits a second', commits],
    ['events a commit', rate / commits],
    ['memory before, MiB', memory.before],
    ['memory after, MiB', memory.after],
  ]);
  printFigures('Checked in the database', [
    ['events acknowledged', acknowledged],
    ['events stored', stored.events],
    ['different ids', stored.ids],
    ['views and clicks in the rollups', stored.counted],
  ]);
  const rounds = [...results.api, ...results.bare];
  const refused = rounds.reduce((sum, { others, errors }) => sum + others + errors, 0);
  const exact = [stored.events, stored.ids, stored.counted].every((count) => count === acknowledged);
  if (refused > 0) console.log(`\n${number(refused)} requests were not acknowledged or not accepted.`);
  for (const fault of api.faults) console.log(`\n${fault}`);
  const passed = exact && refused === 0 && api.faults.length === 0;
  if (results.bare.length > 0) {
    const ratio = median(
      results.api.map(({ perSecond }, index) => perSecond / results.bare[index].perSecond),
    );
    console.log(`\nRatio: ${number(ratio * 100)} % of the bare route (median of the rounds)`);
  }
  console.log(
    passed
      ? 'Every acknowledged event is stored and counted once.'
      : 'FAIL: what was told and what is stored differ.',
  );
  return passed ? 0 : 1;
}

let wanted;
try {
  wanted = readArguments();
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exit(2);
}
const load = fork(new URL('./support/track-load.mjs', import.meta.url), { execArgv: [] });
const bare = fork(new URL('./support/bare-server.mjs', import.meta.url), { execArgv: [] });
const nodeArguments = wanted.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${wanted.profile}`];
try {
  await withApi({ settings: { TRUSTED_PROXIES: '127.0.0.1' }, nodeArguments }, (api) =>
    run(api, wanted, load, bare),
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const child of [load, bare]) if (child.connected) child.disconnect();
}
