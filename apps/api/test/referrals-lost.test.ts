/** Nothing is lost: not while the mail server is away, and not when the process is killed between any two of its steps. */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailDev } from 'maildev';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Accounts } from '../src/accounts/accounts.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { freePort } from './support/free-port.js';
import { type Answer, Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { countMailTo } from './support/mailbox.js';
import { startProcess } from './support/own-process.js';
import { pathOf, recommend, submission } from './support/recommend.js';

// Programs are started and killed; a busy machine takes its time for each.
vi.setConfig({ testTimeout: 300_000 });

const PLAN = { plan: 'force-de-vente' } as const;

describe('while the mail server is away', () => {
  test('fifty are saved and answered, and their fifty e-mails arrive once it is back', async () => {
    const [smtp, web] = [await freePort(), await freePort()];
    const running = await startApp({ SMTP_URL: `smtp://127.0.0.1:${smtp}` });
    const owner = await givenAccount(running, PLAN);
    const client = await owner.signIn();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => recommend(running.url, owner.slugs[0]!)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    const list = (await client.get('/api/recommendations?limit=100')).body;
    expect(list.items).toHaveLength(50);
    const alertOf = async (id: string) => (await client.get(`/api/recommendations/${id}`)).body.alert;
    await vi.waitFor(async () => {
      const alerts = await Promise.all(list.items.map(({ id }: { id: string }) => alertOf(id)));
      expect(alerts.map(({ state }) => state)).toContain('retrying');
      expect(alerts.map(({ state }) => state)).not.toContain('sent');
    }, 20_000);

    // What is erased meanwhile is not told any more.
    const erased = await recommend(running.url, owner.slugs[0]!, {
      prospect: { name: 'Erased', phone: '0600000000' },
    });
    await new Client(running.url).post(pathOf(erased.body.consentUrl), 'choice=erase', {
      'content-type': 'application/x-www-form-urlencoded',
    });

    // Nor what an account is told that is there no more, or has no referrals any more.
    const [gone, changed] = [await givenAccount(running, PLAN), await givenAccount(running, PLAN)];
    for (const { slugs } of [gone, changed])
      expect((await recommend(running.url, slugs[0]!)).status).toBe(201);
    await running.app.get(Accounts).delete(gone.id);
    await running.dataSource.query(`UPDATE accounts SET plan = 'premium' WHERE account_id = $1`, [
      changed.id,
    ]);
    const base = '/api/recommendations/ambassadors';
    const { id } = (await client.post(base, { name: 'Erased', email: 'erased@example.test' })).body;
    expect((await client.post(`${base}/${id}/thanks`, {})).status).toBe(200);
    expect((await client.request('DELETE', `${base}/${id}/personal-data`)).status).toBe(200);

    const directory = await mkdtemp(join(tmpdir(), 'num-ecard-mail-'));
    const mailbox = new MailDev({
      smtp,
      ip: '127.0.0.1',
      web,
      webIp: '127.0.0.1',
      mailDirectory: directory,
      silent: true,
    });
    await mailbox.start();
    try {
      const received = async () =>
        (await (await fetch(`http://127.0.0.1:${web}/api/email`)).json()) as { text: string }[];
      await vi.waitFor(async () => expect(await received()).toHaveLength(50), 60_000);
      await sleep(1000);
      const prospects = (await received()).map(({ text }) => /Prospect\s: (.*)/.exec(text)?.[1]);
      expect(new Set(prospects).size).toBe(50);
      expect(await received()).toHaveLength(50);
      await vi.waitFor(
        async () => expect(await alertOf(list.items[0].id)).toMatchObject({ state: 'sent' }),
        10_000,
      );
    } finally {
      await running.close();
      await mailbox.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe('killed in the middle', () => {
  let running: RunningApp;
  let owner: GivenAccount;
  let database: Database;
  let child: ChildProcess | undefined;
  let url: string;

  beforeAll(async () => {
    // Makes the account, and then nothing any more: an outbox of its own would take what the killed process left.
    running = await startApp();
    owner = await givenAccount(running, PLAN);
    await running.close();
    database = new Database({ connectionString: running.config.databaseUrl });
    await database.connect();
    await database.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
                          AS 'BEGIN PERFORM pg_sleep(0.6); RETURN NEW; END'`);
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await database.end();
  });

  async function start(): Promise<void> {
    ({ child, url } = await startProcess(running));
  }

  /** Has the database dawdle at a step, kills the process in that moment, and starts it again. */
  async function killAt(step: string, act: () => Promise<unknown>): Promise<void> {
    await database.query(`CREATE ${step} EXECUTE FUNCTION dawdle()`);
    const acting = act().catch(() => undefined);
    await vi.waitFor(async () => {
      const { rowCount } = await database.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
      );
      expect(rowCount).toBeGreaterThan(0);
    }, 60_000);
    child?.kill('SIGKILL');
    await acting;
    const [, name = '', table = ''] = /TRIGGER (\w+) .* ON (\S+)/.exec(step) ?? [];
    await database.query(`DROP TRIGGER ${name} ON ${table}`);
    await start();
  }

  const send = (body: Record<string, unknown>, key: string): Promise<Answer> =>
    new Client(url).post(`/api/cards/${owner.slugs[0]}/recommendations`, body, { 'idempotency-key': key });

  async function count(what: string): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::int FROM ${what} WHERE account_id = $1`,
      [owner.id],
    );
    return rows[0]?.count ?? 0;
  }

  test('each form that is sent until it is answered is one record and one e-mail, wherever the process died', async () => {
    await start();
    const before = (table: string): string => `TRIGGER dawdling BEFORE INSERT ON ${table} FOR EACH ROW`;
    const steps = [
      before('ambassadors'),
      before('recommendations'),
      before('recommendation_history'),
      before('referral_links'),
      before('mail_deliveries'),
      before('pgboss.job'),
      // When all is saved and nothing is answered yet.
      'CONSTRAINT TRIGGER dawdling AFTER INSERT ON recommendations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW',
    ];
    for (const [index, step] of steps.entries()) {
      const body = submission({ ambassador: { name: 'Marc', email: `marc-${index}@example.fr` } });
      const key = randomUUID();
      await killAt(step, () => send(body, key));
      const [first, second] = [await send(body, key), await send(body, key)];
      expect([first.status, second.status], step).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(await count('recommendations'), step).toBe(index + 1);
      await vi.waitFor(async () => expect(await countMailTo(owner.email), step).toBe(index + 1), 20_000);
    }
    // Not even acknowledged to the queue: what was taken to be sent is sent by whoever comes after.
    const body = submission();
    await killAt(
      `TRIGGER dawdling BEFORE UPDATE ON pgboss.job FOR EACH ROW WHEN (NEW.state = 'active')`,
      () => send(body, randomUUID()),
    );
    // As if the half minute had passed after which a taken e-mail counts as abandoned.
    await database.query(
      `UPDATE pgboss.job SET started_on = started_on - interval '30 seconds' WHERE state = 'active'`,
    );
    await vi.waitFor(async () => expect(await countMailTo(owner.email)).toBe(steps.length + 1), 60_000);
    expect(await count('recommendations')).toBe(steps.length + 1);
    expect(await count(`(SELECT * FROM mail_deliveries WHERE state = 'sent') AS sent`)).toBe(
      steps.length + 1,
    );
  });
});
