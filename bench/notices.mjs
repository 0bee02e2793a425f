// What telling owners of their visits costs, and whether each is told once though the process is killed in the middle.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createAccount, signIn } from './support/operator.mjs';
import { number, printFigures } from './support/print.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './support/process-figures.mjs';
import { runBench } from './support/run-bench.mjs';

const USAGE = `npm run bench -- notices [--accounts=5000]

  --accounts   that have visits to be told of at once`;

/** The job looks four times a minute. */
const LOOKS_MS = 15_000;
const PATIENCE_MS = 10 * 60_000;
/** Days that each card was counted before: on every tenth, today is unusual. */
const DAYS = 28;

function readArguments() {
  const { values } = parseArgs({ options: { accounts: { type: 'string', default: '5000' } } });
  const accounts = Number(values.accounts);
  if (!Number.isInteger(accounts) || accounts < 10 || accounts > 100_000) {
    throw new Error('--accounts must be a whole number from 10 to 100000');
  }
  return { accounts };
}

/** Copies of an account and its card, each counted for four weeks. */
async function fillAccounts(database, model, count) {
  const copy = async (table, changed) => {
    const { rows } = await database.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
      [table],
    );
    const columns = rows.map(({ name }) => name);
    const values = columns.map((name) => changed[name] ?? `t.${name}`);
    await database.query(
      `INSERT INTO ${table} (${columns.join(', ')})
       SELECT ${values.join(', ')} FROM ${table} t, generate_series(1, $2) AS n WHERE t.account_id = $1`,
      [model.id, count],
    );
  };
  const accountId = `md5('account ' || n)::uuid`;
  await copy('accounts', { account_id: accountId, email: `'due-' || n || '@example.test'` });
  await copy('cards', { account_id: accountId, card_id: `md5('card ' || n)::uuid`, slug: `'due-' || n` });
  await database.query(
    `INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms)
     SELECT account_id, card_id, (now() AT TIME ZONE 'Europe/Paris')::date - ago,
            CASE WHEN ago = 0 AND right(slug, 1) = '0' THEN 40 ELSE 10 END, 10, 0, 0
       FROM cards, generate_series(0, $1) AS ago WHERE slug LIKE 'due-%'`,
    [DAYS],
  );
  await database.query('VACUUM ANALYZE');
}

/** Every account has visits that are due. */
async function giveNews(database) {
  await database.query(
    `INSERT INTO usage_news AS n (account_id, card_id, since_at, views, clicks)
     SELECT account_id, card_id, now() - interval '6 minutes', 3, 2 FROM cards WHERE slug LIKE 'due-%'
         ON CONFLICT (account_id, card_id) DO UPDATE SET since_at = excluded.since_at, views = 3, clicks = 2`,
  );
}

async function untold(database) {
  const { rows } = await database.query(
    'SELECT count(*)::integer AS left FROM usage_news WHERE since_at IS NOT NULL',
  );
  return rows[0].left;
}

async function untilTold(database, most = 0) {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    if ((await untold(database)) <= most) return;
    await sleep(100);
  }
  throw new Error('not told in time');
}

async function run(api, { accounts }) {
  await api.start();
  const model = await createAccount(api, { plan: 'force-de-vente', cards: 1, timezone: 'Europe/Paris' });
  await signIn(api, model.email);
  let database = await api.connect();
  await fillAccounts(database, model, accounts);
  const family = await api.databasePid();
  const used = () => (cpuSeconds(api.pid) ?? Number.NaN) + (cpuSecondsOfFamily(family) ?? Number.NaN);

  const idleFrom = used();
  await sleep(2 * LOOKS_MS);
  const idle = (used() - idleFrom) / 2;

  console.log(`${number(accounts)} accounts have visits to be told of …`);
  await giveNews(database);
  await untilTold(database, accounts - 1);
  const [began, from] = [performance.now(), used()];
  await untilTold(database);
  const [seconds, processor] = [(performance.now() - began) / 1000, used() - from];

  console.log('Again, killed in the middle …');
  await giveNews(database);
  await untilTold(database, Math.round(accounts / 2));
  // The database may end with the process, and is started again.
  await database.end();
  await api.kill();
  await api.start();
  database = await api.connect();
  await untilTold(database);
  const { rows } = await database.query(
    `SELECT kind, count(*)::integer AS notices, count(DISTINCT account_id)::integer AS accounts,
            sum((counts->>'views')::integer)::integer AS views FROM notices GROUP BY kind`,
  );
  await database.end();
  const of = (kind) => rows.find((row) => row.kind === kind) ?? { notices: 0, accounts: 0, views: 0 };
  const [visits, unusual] = [of('visits'), of('unusual')];
  printFigures('Told', [
    ['seconds for all, one look', seconds],
    ['accounts a second', accounts / seconds],
    ['CPU milliseconds an account, database included', (processor * 1000) / accounts],
    ['CPU milliseconds of a look with nothing to tell, and all else', idle * 1000],
    ['notices of visits', visits.notices],
    ['visits in them', visits.views],
    ['notices of unusual days', unusual.notices],
  ]);
  const right = [
    visits.notices === 2 * accounts,
    visits.accounts === accounts,
    visits.views === 2 * 3 * accounts,
    // Once a card and day, though there were two gatherings.
    unusual.notices === Math.floor(accounts / 10) && unusual.accounts === unusual.notices,
    seconds < 300,
    api.faults.length === 0,
  ];
  for (const line of api.faults) console.log(`  ${line}`);
  const passed = right.every(Boolean);
  console.log(
    `\n${passed ? 'PASS' : 'FAIL'}: each told once, and all within the five minutes of a gathering`,
  );
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, run });
