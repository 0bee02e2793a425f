// Sends the monthly e-mails of many accounts by two instances, kills one in the middle, and looks whether each account got one.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ApiProcess } from './support/api-process.mjs';
import { startMailSink } from './support/mail-sink.mjs';
import { fillAccounts } from './support/monthly-accounts.mjs';
import { printFigures } from './support/print.mjs';
import { runBench } from './support/run-bench.mjs';

const USAGE = `npm run bench -- monthly [--accounts=5000]`;
/** Every so many e-mails the mail server says "later" to one. */
const REFUSING = 10;
const PATIENCE_MS = 60 * 60_000;

function readArguments() {
  const { values } = parseArgs({ options: { accounts: { type: 'string', default: '5000' } } });
  const accounts = Number(values.accounts);
  if (!Number.isInteger(accounts) || accounts < 20 || accounts > 100_000) {
    throw new Error('--accounts must be a whole number from 20 to 100000');
  }
  return { accounts };
}

/** A second instance on the first one's database. */
async function secondInstance(api, settings) {
  const folder = await api.databaseFolder();
  const { application } = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8'));
  const port = await readFile(join(folder, 'port'), 'utf8');
  const url = new URL(`postgres://127.0.0.1:${port.trim()}/num_ecard`);
  url.username = 'num_ecard';
  url.password = application;
  return ApiProcess.create({ settings: { ...settings, DATABASE_URL: url.href } });
}

async function until(condition, what) {
  for (const end = Date.now() + PATIENCE_MS; !(await condition()); await sleep(200)) {
    if (Date.now() > end) throw new Error(`it took too long until ${what}`);
  }
}

async function measure(api, sink, settings, { accounts }) {
  await api.start();
  const database = await api.connect();
  await fillAccounts(database, accounts);
  await database.end();
  // Started anew, as after a time away: it asks again what is due.
  await api.stop();
  await api.start();
  const other = await secondInstance(api, settings);
  const queue = await api.connect();
  try {
    await other.start();
    await until(() => sink.taken.length > 0, 'the first e-mail was sent');
    await until(() => sink.taken.length >= accounts / 2, 'half of them were sent');
    await other.kill();
    await sleep(5_000);
    await other.start();
    await until(async () => {
      const { rows } = await queue.query(
        `SELECT count(*)::integer AS open FROM pgboss.job WHERE name = 'bulk-mail' AND state < 'completed'`,
      );
      return rows[0].open === 0;
    }, 'all were sent');
    const { rows: states } = await queue.query(
      'SELECT state, count(*)::integer AS count FROM mail_deliveries GROUP BY 1 ORDER BY 1',
    );
    return { states, faults: [...api.faults, ...other.faults] };
  } finally {
    await queue.end();
    await other.dispose();
  }
}

function report(sink, { states, faults }, accounts) {
  const { taken } = sink;
  const ids = new Map();
  for (const { to, id } of taken) ids.set(to, (ids.get(to) ?? new Set()).add(id));
  const twice = [...ids.values()].filter((one) => one.size > 1).length;
  const bare = taken.filter(({ files }) => !files.some((name) => name.endsWith('.pdf'))).length;
  const repeated = taken.length - new Set(taken.map(({ id }) => id)).size;
  const times = taken.map(({ at }) => at).toSorted((a, b) => a - b);
  const seconds = (times.at(-1) - times[0]) / 1000;
  const most = (times[Math.floor(times.length * 0.99)] - times[0]) / 1000;
  printFigures('Monthly e-mails, read from the mail server', [
    ['accounts', accounts],
    ['accounts with an e-mail', ids.size],
    ['accounts with two different ones', twice],
    ['e-mails without a PDF', bare],
    ['refused once and sent later', sink.refused],
    ['taken twice, under the same Message-ID', repeated],
    ['kilobytes an e-mail', taken.reduce((sum, { bytes }) => sum + bytes, 0) / taken.length / 1024],
    ['seconds from the first to the last', seconds],
    ['seconds until 99 of 100 were sent', most],
    ['e-mails a second, over those', (taken.length * 0.99) / most],
    ['load of the machine', loadavg()[0]],
  ]);
  for (const { state, count } of states) console.log(`  ${state}: ${count}`);
  for (const fault of faults) console.log(`  ${fault}`);
  const sent = states.length === 1 && states[0].state === 'sent' && states[0].count === accounts;
  // One that was on its way when its sender was killed may come twice, as itself: no more than an instance sends at once.
  const holds = sent && ids.size === accounts && twice === 0 && bare === 0 && repeated <= 2;
  const passed = holds && faults.length === 0;
  console.log(`\n${passed ? 'PASS' : 'FAIL'}`);
  return passed ? 0 : 1;
}

const sink = await startMailSink(REFUSING);
const settings = {
  SMTP_URL: sink.url,
  MAIL_FROM: 'bench@example.test',
  SECRET_KEY: 'a secret key of the bench, long enough',
};
await runBench({
  usage: USAGE,
  readArguments,
  options: { settings },
  run: async (api, wanted) => report(sink, await measure(api, sink, settings, wanted), wanted.accounts),
});
