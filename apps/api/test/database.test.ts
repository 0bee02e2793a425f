import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../src/database/data-source.js';
import { arrayLiteral } from '../src/tracking/store/array-literal.js';
import { ensurePartitions, monthOf } from '../src/tracking/store/partitions.js';
import { forgetVisits } from '../src/tracking/store/retention.js';
import { type RunningApp, startApp } from './support/app.js';
import { freshDatabase } from './support/database.js';
import { givenAccount } from './support/given.js';

let running: RunningApp;
let dataSource: DataSource;

beforeAll(async () => {
  running = await startApp();
  dataSource = running.dataSource;
});

test('the entities describe the migrated schema exactly', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('instances that start at once migrate once', async () => {
  const url = new URL(await freshDatabase());
  const [name] = [`migrate_${Date.now()}`];
  await dataSource.query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDataSource(url.href)));
  const migrations = await opened[0]?.query<unknown[]>('SELECT name FROM migrations');
  expect(migrations).toHaveLength(opened[0]?.migrations.length ?? -1);
  await Promise.all(opened.map((one) => one.destroy()));
});

test('a list written as an array literal is read as the same list, and a list of such lists too', async () => {
  const text = fc
    .string({ unit: 'binary' })
    .filter((one) => !one.includes('\0') && !/\p{Surrogate}/u.test(one));
  const tricky = fc.constantFrom(
    '',
    'null',
    'NULL',
    ' ',
    '\u00a0',
    '\t',
    '{}',
    '"',
    '\\',
    'a,b',
    '\\"',
    'Le Mans',
    'L’Haÿ',
  );
  const list = fc.array(fc.oneof(text, tricky, fc.constant(null)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
      const literals = lists.map(arrayLiteral);
      const rows = await dataSource.query<{ list: (string | null)[] }[]>(
        'SELECT literal::text[] AS list FROM unnest($1::text[]) AS lists (literal)',
        [arrayLiteral(literals)],
      );
      expect(rows.map((row) => row.list)).toEqual(lists);
    }),
    { numRuns: 300 },
  );
});

describe('ready to spread over several machines', () => {
  // Looked up before the account is known, or by nobody's account: plain tables on a spread database.
  const LOOK_UP = new Set(['account_external_ids', 'api_keys', 'card_addresses', 'referral_links', 'users']);
  const OF_NO_ACCOUNT = new Set(['credentials', 'migrations', 'rate_limits', 'sessions', 'verifications']);

  async function tables(): Promise<string[]> {
    const rows = await dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  const sharded = async (): Promise<string[]> =>
    (await tables()).filter((name) => !LOOK_UP.has(name) && !OF_NO_ACCOUNT.has(name));

  test('every table of an account carries account_id', async () => {
    const carrying = await dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'account_id' AND data_type = 'uuid'`,
    );
    const names = new Set(carrying.map(({ name }) => name));
    expect((await sharded()).filter((name) => !names.has(name))).toEqual([]);
    expect(await sharded()).toContain('tracking_events');
  });

  test('every primary, unique and foreign key of such a table begins with account_id', async () => {
    const wrong = await dataSource.query<{ key: string }[]>(
      `SELECT conrelid::regclass || ' ' || conname AS key
         FROM pg_constraint
        WHERE contype IN ('p', 'u', 'f') AND conrelid::regclass::text = ANY ($1)
          AND (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) <> 'account_id'
       UNION ALL
       SELECT indrelid::regclass || ' ' || indexrelid::regclass
         FROM pg_index
        WHERE indisunique AND indrelid::regclass::text = ANY ($1)
          AND (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0]) <> 'account_id'`,
      [await sharded()],
    );
    expect(wrong).toEqual([]);
  });

  test('foreign keys delete along or not at all, and none leads from a plain table to a sharded one', async () => {
    const keys = await dataSource.query<{ from: string; to: string; action: string; name: string }[]>(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to", confdeltype AS action,
              conname AS name
         FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`,
    );
    const spread = new Set(await sharded());
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter(({ action }) => action !== 'c' && action !== 'a')).toEqual([]);
    expect(keys.filter(({ from, to }) => !spread.has(from) && spread.has(to))).toEqual([]);
  });

  test('there are no triggers but those of foreign keys', async () => {
    const triggers = await dataSource.query<unknown[]>(
      `SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`,
    );
    expect(triggers).toEqual([]);
  });
});

describe('partitions of tracking_events', () => {
  test('months are made ahead', async () => {
    const rows = await dataSource.query<{ name: string }[]>(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'tracking_events'::regclass`,
    );
    const names = rows.map(({ name }) => name);
    const now = new Date();
    for (const offset of [0, 1, 2]) expect(names).toContain(`tracking_events_${monthOf(now, offset)[0]}`);
    expect(names).toContain('tracking_events_default');
  });

  test('an event of a month that nobody made is kept, and moves when the month is made', async () => {
    const { id } = await givenAccount(running);
    const [card] = await dataSource.query<{ card_id: string }[]>(
      'SELECT card_id FROM cards WHERE account_id = $1',
      [id],
    );
    await dataSource.query(
      `INSERT INTO tracking_events (account_id, card_id, occurred_at, event_id, visit_id, type, received_at)
       VALUES ($1, $2, '2020-02-29 23:59:59.999+00', gen_random_uuid(), gen_random_uuid(), 'view', now())`,
      [id, card?.card_id],
    );
    const where = async (): Promise<unknown> =>
      dataSource.query(
        'SELECT tableoid::regclass::text AS table FROM tracking_events WHERE account_id = $1',
        [id],
      );
    expect(await where()).toEqual([{ table: 'tracking_events_default' }]);
    const february = new Date('2020-02-10T00:00:00Z');
    await Promise.all([1, 2].map(() => ensurePartitions(dataSource, february, february)));
    expect(await where()).toEqual([{ table: 'tracking_events_2020_02' }]);
  });

  test('what is older than 25 months is deleted, whole months as partitions, and nothing younger', async () => {
    const { id } = await givenAccount(running);
    const [card] = await dataSource.query<{ card_id: string }[]>(
      'SELECT card_id FROM cards WHERE account_id = $1',
      [id],
    );
    await ensurePartitions(dataSource, new Date('2021-01-01T00:00:00Z'), new Date('2021-03-01T00:00:00Z'));
    const at = ['2021-01-31 12:00+00', '2021-02-09 12:00+00', '2021-02-11 12:00+00', '2021-03-01 12:00+00'];
    for (const moment of at) {
      await dataSource.query(
        `INSERT INTO tracking_events (account_id, card_id, occurred_at, event_id, visit_id, type, received_at)
         VALUES ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'view', now())`,
        [id, card?.card_id, moment],
      );
      await dataSource.query(
        `INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms)
         VALUES ($1, $2, $3::timestamp::date, 1, 1, 0, 0)`,
        [id, card?.card_id, moment],
      );
    }
    await forgetVisits(dataSource, new Date('2023-03-10T00:00:00Z'));
    const left = await dataSource.query<{ day: string }[]>(
      `SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day FROM tracking_events WHERE account_id = $1 ORDER BY 1`,
      [id],
    );
    expect(left).toEqual([{ day: '2021-02-11' }, { day: '2021-03-01' }]);
    const days = await dataSource.query<{ day: string }[]>(
      'SELECT day::text FROM usage_days WHERE account_id = $1 ORDER BY 1',
      [id],
    );
    expect(days).toEqual(left);
    const [january] = await dataSource.query<unknown[]>(
      "SELECT to_regclass('tracking_events_2021_01') AS name",
    );
    expect(january).toEqual({ name: null });
  });
});
