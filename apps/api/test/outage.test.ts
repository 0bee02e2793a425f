import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MAX_EVENTS_PER_REQUEST } from '@num-ecard/contracts/track';
import { poolOf } from '../src/database/pool.js';
import { UsageMerging } from '../src/tracking/store/usage-merging.js';
import { startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { cuttableLine } from './support/cuttable-line.js';
import { freshDatabase } from './support/database.js';
import { givenAccount, givenCard } from './support/given.js';
import { mailTo } from './support/mailbox.js';

test('while the database is away nothing is lost or acknowledged; afterwards it goes on by itself', async () => {
  const line = await cuttableLine(await freshDatabase());
  const running = await startApp({}, line.url);
  const owner = await givenAccount(running);
  const card = owner.slugs[0] as string;
  const client = new Client(running.url);
  const sent = beacon(card, [view()]);
  // An e-mail is on its way while the line is cut.
  await client.post('/api/auth/request-password-reset', { email: owner.email });
  expect((await client.get('/health/ready')).status).toBe(200);

  line.cut();
  const refused = await client.post('/api/track', sent);
  expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // Another site's page must see the refusal and how long to wait, or its tracker takes it for a broken line.
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  expect(refused.headers.get('access-control-expose-headers')).toBe('retry-after');
  expect((await client.get('/health/ready')).status).toBe(503);
  expect((await client.get('/health/live')).status).toBe(200);
  expect((await client.get(`/c/${card}`)).status).toBe(503);
  expect(
    (await client.post('/api/auth/sign-in/email', { email: 'a@example.test', password: 'x'.repeat(12) }))
      .status,
  ).toBe(503);

  await line.mend();
  for (let attempt = 0; attempt < 50 && (await client.get('/health/ready')).status !== 200; attempt += 1)
    await sleep(100);
  const accepted = await client.post('/api/track', sent);
  expect([accepted.status, accepted.body]).toEqual([202, { accepted: 1, ignored: 0 }]);
  expect((await client.get(`/c/${card}`)).status).toBe(200);
  // At once; a minute later when the line was cut while the e-mail was being taken from the queue.
  expect((await mailTo(owner.email, 90)).subject).toBe('Choisissez un nouveau mot de passe');
  await running.close();
  line.close();
}, 120_000);

test('more than it can hold is refused before it is taken, and all that was taken is stored', async () => {
  const running = await startApp();
  const owner = await givenAccount(running);
  const card = owner.slugs[0] as string;
  const client = new Client(running.url);
  const block = running.dataSource.createQueryRunner();
  await block.startTransaction();
  await block.query('LOCK TABLE tracking_event_ids IN ACCESS EXCLUSIVE MODE');
  const events = Array.from({ length: MAX_EVENTS_PER_REQUEST }, () => view());
  // 25,000 events, while 20,000 may be held.
  const answers = Array.from({ length: 500 }, () => client.post('/api/track', beacon(card, events)));
  const refused = await Promise.race(answers);
  expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await block.commitTransaction();
  await block.release();
  const outcomes = await Promise.all(answers);
  const accepted = outcomes.filter(({ status }) => status === 202);
  expect(outcomes.filter(({ status }) => status === 503).length).toBe(500 - accepted.length);
  expect(accepted.length).toBeGreaterThanOrEqual(300);
  await running.app.get(UsageMerging).settle(owner.id);
  const [row] = await running.dataSource.query<{ views: number }[]>(
    'SELECT sum(views)::integer AS views FROM usage_days WHERE account_id = $1',
    [owner.id],
  );
  expect(row?.views).toBe(accepted.length);
});

test('requests that come together share a commit', async () => {
  const running = await startApp();
  const card = await givenCard(running);
  const client = new Client(running.url);
  const transactions = async (): Promise<number> => {
    const [row] = await running.dataSource.query<{ count: number }[]>(
      'SELECT count(DISTINCT received_at)::integer AS count FROM tracking_events',
    );
    return row?.count ?? 0;
  };
  const answers = await Promise.all(
    Array.from({ length: 400 }, () => client.post('/api/track', beacon(card, [view()]))),
  );
  expect(answers.every(({ status }) => status === 202)).toBe(true);
  // Every event of a transaction has that transaction's time.
  expect(await transactions()).toBeLessThan(200);
});

test('a connection that breaks while somebody holds it does not end the process', async () => {
  const running = await startApp();
  const held = await poolOf(running.dataSource).connect();
  const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const broken = new Promise((resolve) => held.once('end', resolve));
  await running.dataSource.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  await broken;
  held.release(true);
  expect((await new Client(running.url).get('/health/ready')).status).toBe(200);
});
