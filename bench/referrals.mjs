// How long an owner of many recommendations waits for the list, a search, the board and the figures; and whether they are right.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runBench } from './support/run-bench.mjs';
import { createAccount, signIn } from './support/operator.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './support/process-figures.mjs';
import { OwnerConnection } from './support/read-client.mjs';
import { fillReferrals } from './support/referral-records.mjs';
import { recountReferrals } from './support/referral-recount.mjs';

const USAGE = `npm run bench -- referrals [--recommendations=10000] [--requests=40]

  --recommendations   of the one account`;

const BOUND_MS = 50;
const WARM_UP = 5;
const BASE = '/api/recommendations';

function readArguments() {
  const { values } = parseArgs({
    options: {
      recommendations: { type: 'string', default: '10000' },
      requests: { type: 'string', default: '40' },
    },
  });
  const whole = (name, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw new Error(`--${name} must be a whole number from 1 to ${most}`);
    }
    return value;
  };
  return { recommendations: whole('recommendations', 1_000_000), requests: whole('requests', 10_000) };
}

/** What an owner asks for: a name and an address. */
async function questions(connection) {
  const read = async (address) => JSON.parse((await connection.get(address)).text);
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const { next } = await read(`${BASE}?limit=200${cursor && `&cursor=${cursor}`}`);
    if (next === null) break;
    cursor = next;
  }
  const { items } = await read(BASE);
  return [
    ['list', BASE],
    ['list, 4,000 further down', `${BASE}?cursor=${cursor}`],
    ['list, 200 of a status', `${BASE}?status=converted&limit=200`],
    ['list of a month', `${BASE}?dated=contacted&from=2026-01-01&to=2026-01-31`],
    ['search, many found', `${BASE}?q=dubois`],
    ['search, two words', `${BASE}?q=dubois%20benali`],
    ['search, a number', `${BASE}?q=07%2000%2000%2000%2011`],
    ['search, none found', `${BASE}?q=zzzz`],
    ['board', `${BASE}/board`],
    ['board, 100 of each', `${BASE}/board?limit=100`],
    ['board of a search', `${BASE}/board?q=dubois`],
    ['metrics', `${BASE}/metrics`],
    ['trend', `${BASE}/trend`],
    ['ambassadors of 30 days', `${BASE}/ambassadors`],
    ['ambassadors of all time', `${BASE}/ambassadors?from=2000-01-01&to=2999-12-31`],
    ['all ambassadors', `${BASE}/ambassadors/all`],
    ['to be followed up', `${BASE}/follow-ups`],
    ['one record', `${BASE}/${items[0].id}`],
  ].map(([name, address]) => ({ name, address, times: [], bytes: 0 }));
}

/** Round after round over all questions, so that none is asked with everything of it still at hand. */
async function measure(connection, asked, requests) {
  const faults = [];
  for (let round = 1 - WARM_UP; round <= requests; round += 1) {
    for (const question of asked) {
      const { status, ms, text } = await connection.get(question.address);
      if (status !== 200) faults.push(`${question.address} answered ${status}`);
      if (round > 0) question.times.push(ms);
      question.bytes = text.length;
    }
  }
  return faults;
}

/** Milliseconds of processor time a request, the database's too: what else runs on the machine hardly shows in it. */
async function measureProcessor(api, connection, asked, requests) {
  const database = await api.databasePid();
  const used = () => (cpuSeconds(api.pid) ?? Number.NaN) + (cpuSecondsOfFamily(database) ?? Number.NaN);
  for (const question of asked) {
    const before = used();
    for (let count = 0; count < requests; count += 1) await connection.get(question.address);
    question.processor = ((used() - before) * 1000) / requests;
  }
}

/** Nearest rank. */
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

async function run(api, { recommendations, requests }) {
  await api.start();
  const account = await createAccount(api, { plan: 'force-de-vente', cards: 1 });
  const cookie = await signIn(api, account.email);
  const database = await api.connect();
  console.log(`${number(recommendations)} recommendations …`);
  await fillReferrals(database, account, { recommendations, now: new Date() });
  const connection = new OwnerConnection(api.url, cookie);
  const asked = [];
  const faults = [];
  for (const beforeConsent of ['warn', 'mask']) {
    await database.query('UPDATE accounts SET number_before_consent = $2 WHERE account_id = $1', [
      account.id,
      beforeConsent,
    ]);
    const questionsNow = await questions(connection);
    faults.push(...(await measure(connection, questionsNow, requests)));
    await measureProcessor(api, connection, questionsNow, requests);
    asked.push(
      ...questionsNow.map((question) =>
        Object.assign(question, { name: `${beforeConsent}: ${question.name}` }),
      ),
    );
  }
  connection.close();
  // Of the last minute: what else runs on the machine shows in the times.
  console.log(`Measured; load ${loadavg()[0].toFixed(1)}.`);
  printTable(
    ['', 'best ms', 'median', 'p95', 'CPU ms', 'KiB'],
    asked.map(({ name, times, processor, bytes }) => [
      name,
      ...[0, 0.5, 0.95].map((share) => percentile(times, share).toFixed(1)),
      processor.toFixed(1),
      (bytes / 1024).toFixed(1),
    ]),
  );
  const { compared, differences } = await recountReferrals(database, api.url, { account, cookie });
  await database.end();
  const missed = asked.filter(({ times }) => percentile(times, 0.95) > BOUND_MS);
  printFigures('Checked', [
    ['figures compared with the recount', compared],
    ['figures that differ', differences.length],
    [`questions over ${BOUND_MS} ms (p95)`, missed.length],
  ]);
  for (const line of [...differences.slice(0, 30), ...faults.slice(0, 30), ...api.faults])
    console.log(`  ${line}`);
  const passed = [differences, faults, missed, api.faults].every((list) => list.length === 0);
  console.log(`\n${passed ? 'PASS' : 'FAIL'}: each within ${BOUND_MS} ms (p95), and right`);
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, run });
