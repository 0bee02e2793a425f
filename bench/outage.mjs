// Stops PostgreSQL under load and starts it again: what was acknowledged must be there, what was not must arrive by being
// sent again as the tracker does, and the service must come back by itself.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedDatabase } from '../apps/api/dist/database/embedded/start-embedded-database.js';
import { withApi } from './support/api-process.mjs';
import { KillTraffic } from './support/kill-traffic.mjs';
import { untilMerged, verify } from './support/kill-verification.mjs';
import { createAccount, signIn } from './support/operator.mjs';
import { number, printFigures } from './support/print.mjs';

const USAGE = `npm run bench -- outage [--seconds=20] [--connections=48]

  --seconds   how long PostgreSQL is gone`;

const LOAD_AROUND_MS = 6_000;
const BACK_WITHIN_MS = 30_000;
const RETRIED_WITHIN_MS = 60_000;

function readArguments() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '20' },
      connections: { type: 'string', default: '48' },
    },
  });
  const whole = (name, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw new Error(`--${name} must be a whole number from 1 to ${most}`);
    }
    return value;
  };
  return { seconds: whole('seconds', 600), connections: whole('connections', 256) };
}

/** A server that is started and stopped here, and that the API knows by its address alone. */
class Database {
  constructor(dataDir) {
    this.dataDir = dataDir;
  }

  async start() {
    // Nobody restarts it behind our back.
    this.server = await startEmbeddedDatabase({
      dataDir: this.dataDir,
      supervise: false,
      log: () => undefined,
    });
    if (this.url !== undefined && this.url !== this.server.url) {
      throw new Error('the database came back at another address; run the command again');
    }
    this.url = this.server.url;
  }

  async stop() {
    await this.server?.stop();
    this.server = undefined;
  }

  async connect() {
    const client = new pg.Client({ connectionString: this.url, application_name: 'num-ecard bench' });
    await client.connect();
    return client;
  }
}

/** Looks every tenth of a second whether the service says that it can serve. */
function watchReadiness(api) {
  const seen = { unready: 0, dead: 0, stopped: false };
  const statusOf = async (path) => {
    const response = await fetch(`${api.url}${path}`).catch(() => undefined);
    await response?.arrayBuffer();
    return response?.status;
  };
  const done = (async () => {
    while (!seen.stopped) {
      if ((await statusOf('/health/ready')) === 503) seen.unready += 1;
      if ((await statusOf('/health/live')) !== 200) seen.dead += 1;
      await sleep(100);
    }
  })();
  return {
    seen,
    stop: () => {
      seen.stopped = true;
      return done;
    },
  };
}

async function run(api, database, { seconds, connections }) {
  console.log('Starting the API on an empty database …');
  await api.start();
  const owners = [];
  for (const timezone of ['Europe/Paris', 'Asia/Kolkata']) {
    const account = await createAccount(api, { timezone, cards: 4 });
    owners.push({ ...account, cookie: await signIn(api, account.email) });
  }
  const slugs = owners.flatMap(({ cards }) => cards.map(({ slug }) => slug));
  const traffic = new KillTraffic(api.url, slugs, connections);
  /** When requests were acknowledged, in milliseconds of this process. */
  const times = [];
  traffic.onAcknowledged = () => times.push(performance.now());

  console.log(`Load from ${connections} connections on ${slugs.length} cards …`);
  traffic.start();
  await sleep(LOAD_AROUND_MS);
  const readiness = watchReadiness(api);
  const stopsAt = performance.now();
  await database.stop();
  const goneAt = performance.now();
  console.log(
    `PostgreSQL is stopped (it took ${number(Math.round(goneAt - stopsAt))} ms); ${seconds} s without it …`,
  );
  await sleep(seconds * 1_000);
  const comesBackAt = performance.now();
  const whileGone = times.filter((time) => time > goneAt + 50).length;
  await database.start();
  const thereAt = performance.now();
  for (const until = Date.now() + BACK_WITHIN_MS; !times.some((time) => time > thereAt); await sleep(10)) {
    if (Date.now() > until) throw new Error('nothing was acknowledged in time after the database was back');
  }
  const backAfter = times.find((time) => time > comesBackAt) - thereAt;
  console.log(`PostgreSQL is back (it took ${number(Math.round(thereAt - comesBackAt))} ms) …`);
  await sleep(LOAD_AROUND_MS);
  console.log('Load ends; what is unacknowledged is sent again until it is …');
  await traffic.stop(RETRIED_WITHIN_MS);
  await readiness.stop();
  await api.ready();

  const client = await database.connect();
  let result;
  try {
    await untilMerged(client);
    result = await verify(api, client, traffic, owners);
  } finally {
    await client.end();
  }
  await api.stop();
  const before = times.filter((time) => time < stopsAt).length;
  const after = times.filter((time) => time > thereAt).length;
  return report({ api, traffic, result, readiness: readiness.seen, before, whileGone, after, backAfter });
}

function report({ api, traffic, result, readiness, before, whileGone, after, backAfter }) {
  const { outcomes } = traffic;
  printFigures('What was sent', [
    ['requests', traffic.requests],
    ['events of people', traffic.sent.size],
    ['events of robots', traffic.dropped.size],
    ['attempts acknowledged before the outage', before],
    ['attempts acknowledged during it', whileGone],
    ['attempts acknowledged after it', after],
    ['attempts refused (503, 429), sent again', outcomes.refused],
    ['attempts without an answer, sent again', outcomes.unknown],
    ['times that /health/ready said 503', readiness.unready],
    ['acknowledged again after ms', Math.max(0, Math.round(backAfter))],
  ]);
  printFigures('What was compared', Object.entries(result.compared));
  const differences = {
    ...result.differences,
    'events never acknowledged': traffic.sent.size - traffic.acknowledged.size,
    'requests stored in part': traffic.partial,
    'answers with a wrong count': traffic.miscounted,
    'acknowledged while there was no database': whileGone,
    'times that /health/live failed': readiness.dead,
  };
  printFigures('Differences (each must be 0)', Object.entries(differences));
  const faults = [...new Set([...traffic.faults, ...api.faults])];
  if (outcomes.refused === 0) faults.push('nothing was refused: there was no outage');
  if (readiness.unready === 0) faults.push('/health/ready never said 503');
  for (const fault of faults) console.log(`\n  ${fault}`);
  const passed = faults.length === 0 && Object.values(differences).every((count) => count === 0);
  console.log(`\n${passed ? 'PASS' : 'FAIL'}`);
  return passed ? 0 : 1;
}

let wanted;
try {
  wanted = readArguments();
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exit(2);
}
try {
  await withApi({ settings: { TRUSTED_PROXIES: '127.0.0.1' } }, async (api) => {
    const database = new Database(join(api.folder, 'database'));
    await database.start();
    Object.assign(api.settings, {
      DATABASE_URL: database.url,
      SECRET_KEY: randomBytes(32).toString('hex'),
    });
    try {
      return await run(api, database, wanted);
    } catch (error) {
      console.log(`What the API said last:\n${await api.lastLines(20)}`);
      throw error;
    } finally {
      await api.stop();
      await database.stop();
    }
  });
} catch (error) {
  console.error(error);
  console.log('\nFAIL');
  process.exitCode = 1;
}
