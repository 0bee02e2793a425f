// Kills the API and the database over and over under load, then looks whether anything was lost or counted twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runBench } from './support/run-bench.mjs';
import { KillTraffic } from './support/kill-traffic.mjs';
import { SABOTAGES, untilMerged, verify } from './support/kill-verification.mjs';
import { admin, createAccount, signIn, summaryOf } from './support/operator.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { between } from './support/random.mjs';

const EVERY = 'every';
const USAGE = `npm run bench -- kill-test [--api-kills=10] [--database-kills=2] [--connections=48] [--sabotage[=KIND]]

  --sabotage   spoils the database before the verification, which must then end in FAIL.
               KIND: ${Object.keys(SABOTAGES).join(', ')};
               or every: each in turn, taken back after it; one that is not noticed ends in FAIL`;

// Zones with their midnights far apart, one of them half an hour off, so that an event's day differs between accounts.
const ACCOUNTS = [
  { timezone: 'Europe/Paris', cards: 3 },
  { timezone: 'Asia/Kolkata', cards: 2 },
  { timezone: 'America/Martinique', cards: 2 },
  { timezone: 'Pacific/Auckland', cards: 1 },
];
const RECOVERED_WITHIN_MS = 40_000;
const RETRIED_WITHIN_MS = 40_000;
// A kill hits a service that is at work: this many answers after the last recovery, at least.
const ANSWERS_BETWEEN_KILLS = 150;

function readArguments() {
  // `--sabotage` alone names the first kind.
  const args = process.argv.slice(2).map((arg) => (arg === '--sabotage' ? '--sabotage=event' : arg));
  const { values } = parseArgs({
    args,
    options: {
      'api-kills': { type: 'string', default: '10' },
      'database-kills': { type: 'string', default: '2' },
      connections: { type: 'string', default: '48' },
      sabotage: { type: 'string' },
    },
  });
  const whole = (name, least, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
  if (
    values.sabotage !== undefined &&
    values.sabotage !== EVERY &&
    !Object.hasOwn(SABOTAGES, values.sabotage)
  ) {
    throw new Error(`--sabotage must be one of ${Object.keys(SABOTAGES).join(', ')}, ${EVERY}`);
  }
  return {
    apiKills: whole('api-kills', 0, 50),
    databaseKills: whole('database-kills', 0, 50),
    connections: whole('connections', 1, 256),
    sabotage: values.sabotage,
  };
}

/** What to kill, one after the other, in any order; the last death of the database comes together with the API's. */
function planKills(apiKills, databaseKills) {
  const together = apiKills > 0 && databaseKills > 1 ? 1 : 0;
  const plan = [
    ...Array.from({ length: apiKills - together }, () => ({ api: true, database: false })),
    ...Array.from({ length: databaseKills - together }, () => ({ api: false, database: true })),
    ...Array.from({ length: together }, () => ({ api: true, database: true })),
  ];
  return plan
    .map((kill) => ({ kill, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ kill }) => kill);
}

async function acknowledgements(api, traffic, count, what) {
  const wanted = traffic.outcomes.acknowledged + count;
  for (
    const until = Date.now() + RECOVERED_WITHIN_MS;
    traffic.outcomes.acknowledged < wanted;
    await sleep(5)
  ) {
    if (api.faults.length > 0) throw new Error(`${api.faults[0]} ${what}`);
    if (Date.now() > until) throw new Error(`nothing was acknowledged for too long ${what}`);
  }
}

/** Kills at a random moment under load and waits until requests are acknowledged again. @returns milliseconds of that */
async function killOnce(api, traffic, { api: killsApi, database: killsDatabase }) {
  await acknowledgements(api, traffic, ANSWERS_BETWEEN_KILLS, 'between two kills');
  await sleep(between(0, 2_500));
  const started = performance.now();
  if (killsDatabase) await api.killDatabase();
  if (killsApi) {
    await api.kill();
    await api.launch();
  }
  // Answers that were on the wire already do not count as recovery.
  await sleep(50);
  await acknowledgements(api, traffic, 1, 'after a kill');
  return performance.now() - started;
}

/** @returns the kinds of sabotage that the verification does not notice */
async function spoilInTurn(database, verifyNow) {
  const unnoticed = [];
  for (const [kind, statement] of Object.entries(SABOTAGES)) {
    await database.query('BEGIN');
    const { rowCount } = await database.query(statement);
    const { differences } = await verifyNow(database);
    await database.query('ROLLBACK');
    const told = Object.entries(differences).filter(([, count]) => count > 0);
    const isNoticed = rowCount === 1 && told.length > 0;
    if (!isNoticed) unnoticed.push(kind);
    const says = isNoticed ? told.map(([name]) => name).join(', ') : `NOT NOTICED (${rowCount} rows spoiled)`;
    console.log(`  sabotage ${kind.padEnd(14)} ${says}`);
  }
  return unnoticed;
}

/** Owners who look at their figures all the time, so that kills hit the merging of rollups too. */
function lookAt(api, owners) {
  let ended = false;
  const looking = owners.map(async ({ cookie, cards: [card] }) => {
    while (!ended) {
      // Whatever comes of it: the figures are compared at the end.
      await summaryOf(api, cookie, card.id).catch(() => undefined);
      await sleep(100);
    }
  });
  return {
    end: () => {
      ended = true;
      return Promise.all(looking);
    },
  };
}

const nameOf = ({ api, database }) => [api && 'API', database && 'database'].filter(Boolean).join(' and ');

async function run(api, { apiKills, databaseKills, connections, sabotage }) {
  const started = performance.now();
  console.log('Starting the API on an empty database …');
  await api.start();
  const owners = [];
  for (const wanted of ACCOUNTS) {
    const account = await createAccount(api, wanted);
    // From here on the cards' days are summed up over all of them as well.
    await admin(api, 'rebuild-usage', account.id);
    owners.push({ ...account, cookie: await signIn(api, account.email) });
  }
  const slugs = owners.flatMap(({ cards }) => cards.map(({ slug }) => slug));

  const plan = planKills(apiKills, databaseKills);
  console.log(
    `Load from ${connections} connections on ${slugs.length} cards; ${plan.length} moments of killing:`,
  );
  const traffic = new KillTraffic(api.url, slugs, connections);
  traffic.start();
  const looks = lookAt(api, owners);
  const recoveries = [];
  try {
    await acknowledgements(api, traffic, ANSWERS_BETWEEN_KILLS, 'at the start');
    for (const [index, kill] of plan.entries()) {
      const ms = await killOnce(api, traffic, kill);
      recoveries.push({ kill, ms });
      const which = `${String(index + 1).padStart(2)}/${plan.length} kill -9 ${nameOf(kill)}`;
      console.log(`  ${which.padEnd(32)} acknowledged again after ${number(Math.round(ms))} ms`);
    }
    await acknowledgements(api, traffic, ANSWERS_BETWEEN_KILLS, 'after the last kill');
  } catch (error) {
    await traffic.stop(0);
    console.log(
      `\nAttempts: ${JSON.stringify(traffic.outcomes)}. What the API said last:\n${await api.lastLines(40)}`,
    );
    throw error;
  } finally {
    await looks.end();
  }
  console.log('Load ends; what is unacknowledged is sent again until it is …');
  await traffic.stop(RETRIED_WITHIN_MS);

  await api.ready();
  const database = await api.connect();
  let result;
  let unnoticed = [];
  try {
    await untilMerged(database);
    if (sabotage === EVERY)
      unnoticed = await spoilInTurn(database, (spoiled) => verify(api, spoiled, traffic, owners));
    else if (sabotage !== undefined) {
      const { rowCount } = await database.query(SABOTAGES[sabotage]);
      console.log(`Sabotage (${sabotage}): ${rowCount} row spoiled; the verification must notice.`);
    }
    result = await verify(api, database, traffic, owners);
  } finally {
    await database.end();
  }
  await api.stop();
  return report({
    api,
    traffic,
    recoveries,
    result,
    unnoticed,
    seconds: (performance.now() - started) / 1000,
  });
}

function report({ api, traffic, recoveries, result, unnoticed, seconds }) {
  printTable(
    ['killed with -9', 'times', 'back after (median ms)', 'longest ms'],
    ['API', 'database', 'API and database'].flatMap((name) => {
      const times = recoveries.filter(({ kill }) => nameOf(kill) === name).map(({ ms }) => ms);
      const sorted = times.toSorted((a, b) => a - b);
      return times.length === 0
        ? []
        : [[name, times.length, Math.round(sorted[sorted.length >> 1]), Math.round(sorted.at(-1))]];
    }),
  );
  const { outcomes } = traffic;
  printFigures('What was sent', [
    ['requests', traffic.requests],
    ['sent a second time on purpose', traffic.repeats],
    ['attempts acknowledged (202)', outcomes.acknowledged],
    ['attempts refused (503, 429), sent again', outcomes.refused],
    ['attempts without an answer, sent again', outcomes.unknown],
    ['events sent', traffic.sent.size],
    ["robots' events sent", traffic.dropped.size],
    ['events acknowledged', traffic.acknowledged.size],
    ['requests refused and yet stored once', traffic.storedThoughRefused],
  ]);
  printFigures('What was compared', Object.entries(result.compared));
  const differences = {
    ...result.differences,
    'events never acknowledged': traffic.sent.size - traffic.acknowledged.size,
    'requests stored in part': traffic.partial,
    'answers with a wrong count': traffic.miscounted,
    'kinds of sabotage that were not noticed': unnoticed.length,
  };
  printFigures('Differences (each must be 0)', Object.entries(differences));
  const faults = [...new Set([...traffic.faults, ...api.faults])];
  for (const fault of faults) console.log(`\n  ${fault}`);
  const passed = faults.length === 0 && Object.values(differences).every((count) => count === 0);
  const kills = recoveries.filter(({ kill }) => kill.api).length;
  const databaseKills = recoveries.filter(({ kill }) => kill.database).length;
  console.log(
    `\n${passed ? 'PASS' : 'FAIL'}: ${kills} kills of the API and ${databaseKills} of the database in ${number(seconds)} s`,
  );
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, options: { settings: { TRUSTED_PROXIES: '127.0.0.1' } }, run });
