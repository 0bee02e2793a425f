/** E-mails on their way: what the mail server has taken is not sent again, and what was given up is known to be. */
import { SchedulerRegistry } from '@nestjs/schedule';
import { Client as Database } from 'pg';
import { expect, test, vi } from 'vitest';
import { MonthlyDispatch } from '../src/reporting/monthly/monthly-dispatch.js';
import { MONTHLY_REPORT } from '../src/reporting/monthly/monthly-mail-job.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import { givenAccount } from './support/given.js';
import { makeOlder } from './support/given-month.js';
import { startMailServer } from './support/mail-server.js';
import { recommend } from './support/recommend.js';

// What is tried again waits for its time.
vi.setConfig({ testTimeout: 120_000 });

const OPERATOR = { authorization: `Bearer ${ADMIN_TOKEN}` };
const FORCE = { plan: 'force-de-vente' } as const;
const wait = <T>(until: () => Promise<T> | T): Promise<T> => vi.waitFor(until, 90_000);

/** How many e-mails are queued in each state. */
async function jobs({ dataSource }: RunningApp): Promise<Record<string, number>> {
  const rows = await dataSource.query<{ state: string; count: number }[]>(
    `SELECT state, count(*)::int AS count FROM pgboss.job WHERE name IN ('mail', 'bulk-mail') GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function deliveries({ dataSource }: RunningApp): Promise<string[]> {
  const rows = await dataSource.query<{ state: string }[]>('SELECT state FROM mail_deliveries');
  return rows.map(({ state }) => state);
}

/** An application whose mail server does not answer yet, with an alert that waits for it. */
async function givenWaitingAlert(query = '') {
  const port = await freePort();
  const running = await startApp({ SMTP_URL: `smtp://127.0.0.1:${port}${query}` });
  const owner = await givenAccount(running, FORCE);
  expect((await recommend(running.url, owner.slugs[0]!)).status).toBe(201);
  await wait(async () => expect(await jobs(running)).toEqual({ retry: 1 }));
  return { running, port };
}

test('what the mail server has taken is not sent again while that cannot be noted', async () => {
  const server = await startMailServer(await freePort());
  // Makes the account, and then nothing any more: a queue at work and a change of its tables wait for one another.
  const first = await startApp();
  const owner = await givenAccount(first, FORCE);
  const allow = (sql: string) =>
    `CREATE OR REPLACE FUNCTION allow() RETURNS trigger LANGUAGE plpgsql AS '${sql}'`;
  // Counts the tries; what a sequence has counted stays when the statement fails.
  await first.dataSource.query('CREATE SEQUENCE tries');
  await first.dataSource.query(allow(`BEGIN PERFORM nextval(''tries''); RAISE ''not now''; END`));
  await first.close();
  const database = new Database({ connectionString: first.config.databaseUrl });
  await database.connect();
  for (const [table, state] of [
    ['mail_deliveries', 'sent'],
    ['pgboss.job', 'completed'],
  ])
    await database.query(`CREATE TRIGGER allowing BEFORE UPDATE ON ${table} FOR EACH ROW
                          WHEN (NEW.state = '${state}') EXECUTE FUNCTION allow()`);
  const running = await startApp({ SMTP_URL: server.url }, first.config.databaseUrl);
  // One of which it is kept how far it has come, and one of which the queue alone knows.
  expect((await recommend(running.url, owner.slugs[0]!)).status).toBe(201);
  await new Client(running.url).post('/api/auth/request-password-reset', { email: owner.email });
  await wait(async () => {
    const { rows } = await database.query<{ tries: number }>('SELECT last_value::int AS tries FROM tries');
    expect(rows[0]!.tries).toBeGreaterThan(4);
  });
  // As if it took so long that the queue takes them for lost, and gives them out again.
  await wait(async () => expect(server.taken).toHaveLength(2));
  await database.query(
    `UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'`,
  );
  await wait(async () => expect((await jobs(running))['retry']).toBe(2));
  await database.query(allow('BEGIN RETURN NEW; END'));
  await wait(async () => expect(await jobs(running)).toEqual({ completed: 2 }));
  expect(await deliveries(running)).toEqual(['sent']);
  expect(server.taken.map(({ to }) => to)).toEqual([owner.email, owner.email]);
  await running.close();
  await database.end();
});

test('what was sent by a process that could not tell the queue any more is not sent again', async () => {
  const { running, port } = await givenWaitingAlert();
  await running.dataSource.query(`UPDATE mail_deliveries SET state = 'sent'`);
  const server = await startMailServer(port);
  await wait(async () => expect(await jobs(running)).toEqual({ completed: 1 }));
  expect(server.taken).toEqual([]);
  await running.close();
});

test('a mail server that takes too long is given up before somebody else is given the e-mail', async () => {
  // A server that says something now and then is never silent for long.
  const { running, port } = await givenWaitingAlert('?socketTimeout=600000');
  await running.dataSource.query(
    `UPDATE pgboss.job SET expire_in = interval '8 seconds', retry_backoff = false, retry_delay = 1`,
  );
  const atOnce: number[] = [];
  const server = await startMailServer(port, () => {
    atOnce.push(server.underway);
    return atOnce.length === 1 ? new Promise(() => undefined) : Promise.resolve();
  });
  await wait(async () => expect(await deliveries(running)).toEqual(['sent']));
  expect(atOnce.length).toBeGreaterThan(1);
  expect(new Set(atOnce)).toEqual(new Set([1]));
  await running.close();
});

test('one whose last try ended with its process is shown as given up, and the operator has it sent', async () => {
  const port = await freePort();
  const running = await startApp({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await running.app.get(SchedulerRegistry).getCronJob(MONTHLY_REPORT).stop();
  const owner = await givenAccount(running, FORCE);
  await makeOlder(running, owner.id);
  await running.app.get(MonthlyDispatch).decideDue(new Date());
  expect((await recommend(running.url, owner.slugs[0]!)).status).toBe(201);
  await wait(async () => expect(await jobs(running)).toEqual({ retry: 2 }));
  // As a process leaves them that is killed when it tries for the last time; nobody else has taken them since.
  await running.dataSource.query(
    `UPDATE pgboss.job SET state = 'active', retry_count = retry_limit, started_on = now() - interval '1 hour'
      WHERE state = 'retry'`,
  );
  const operator = new Client(running.url, OPERATOR);
  const { month } = (await operator.get('/api/admin/reports')).body;
  const retry = `/api/admin/reports/${owner.id}/${month}/retry`;
  await wait(async () =>
    expect((await operator.get('/api/admin/reports')).body).toMatchObject({
      counts: { failed: 1, retrying: 0 },
      troubled: [{ accountId: owner.id, state: 'failed' }],
    }),
  );
  // The owner is told so too, of the alert.
  expect(await deliveries(running)).toEqual(['failed', 'failed']);
  const server = await startMailServer(port);
  const answers = await Promise.all([0, 1].map(() => operator.post(retry, {})));
  expect(answers.map(({ status }) => status)).toContain(204);
  await wait(async () => expect((await operator.get('/api/admin/reports')).body.counts.sent).toBe(1));
  expect((await operator.post(retry, {})).status).toBe(409);
  expect(server.taken.filter(({ isBulk }) => isBulk)).toHaveLength(1);
  await running.close();
});
