/** The monthly e-mail: to whom, when, once, and what it says. Over the real application and a real mail server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { MonthlyPreview } from '@num-ecard/contracts/monthly-report';
import { addMonths, endOfMonth } from '@num-ecard/contracts/period-calendar';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { Client as Database } from 'pg';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { Accounts } from '../src/accounts/accounts.service.js';
import { dueReports } from '../src/reporting/monthly/due-reports.query.js';
import { MONTHLY_REPORT } from '../src/reporting/monthly/monthly-mail-job.js';
import { MonthlyDispatch } from '../src/reporting/monthly/monthly-dispatch.js';
import { dueMonth } from '../src/reporting/monthly/months.js';
import { OwnReports } from '../src/reporting/monthly/own-reports.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals } from './support/given-referrals.js';
import { givenVisits, makeOlder } from './support/given-month.js';
import { refusal, startMailServer, type TakenMail } from './support/mail-server.js';
import { countMailTo, mailTo } from './support/mailbox.js';
import { type OwnProcess, startProcess } from './support/own-process.js';
import { afterFile } from './support/after-file.js';
import { recommend } from './support/recommend.js';

// Months that are kept, whenever this runs.
const YEAR = new Date().getUTCFullYear();
const DECEMBER = `${YEAR - 1}-12`;
const FORCE = { plan: 'force-de-vente' } as const;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OPERATOR = { authorization: `Bearer ${ADMIN_TOKEN}` };

let running: RunningApp;
beforeAll(async () => {
  running = await startTimelessApp();
});

/** An application in which nothing is due by the real clock: the tests say what time it is. */
async function startTimelessApp(...given: Parameters<typeof startApp>): Promise<RunningApp> {
  const started = await startApp(...given);
  await started.app.get(SchedulerRegistry).getCronJob(MONTHLY_REPORT).stop();
  return started;
}

const decide = (now: Date, { app }: RunningApp = running) => app.get(MonthlyDispatch).decideDue(now);

/** An account that has been there for long. */
async function givenOwner(
  wanted: Parameters<typeof givenAccount>[1] = FORCE,
  at: RunningApp = running,
): Promise<GivenAccount> {
  const owner = await givenAccount(at, wanted);
  await makeOlder(at, owner.id);
  return owner;
}

/** What is decided of an account, latest month first. */
function decided({ id }: GivenAccount, { dataSource }: RunningApp = running) {
  return dataSource.query<{ month: string; wanted: boolean; state: string | null }[]>(
    `SELECT m.month, m.delivery_id IS NOT NULL AS wanted, d.state FROM monthly_reports m
       LEFT JOIN mail_deliveries d ON d.account_id = m.account_id AND d.delivery_id = m.delivery_id
      WHERE m.account_id = $1 ORDER BY m.month DESC`,
    [id],
  );
}

interface MonthlyMail {
  readonly to: { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: { readonly filename: string }[];
}

/** The one that the account got; waits for it. */
async function monthlyMailTo(address: string): Promise<MonthlyMail & { readonly files: string[] }> {
  return vi.waitFor(async () => {
    const all = (await (await fetch(`${inject('mailboxUrl')}/api/email`)).json()) as MonthlyMail[];
    const found = all.filter(({ to }) => to[0]?.address === address);
    expect(found).toHaveLength(1);
    const mail = found[0]!;
    return { ...mail, files: (mail.attachments ?? []).map(({ filename }) => filename) };
  }, 60_000);
}

describe('when', () => {
  test.each([
    ['Europe/Paris', `${YEAR}-01-01T07:00:00Z`, DECEMBER],
    ['Indian/Reunion', `${YEAR}-01-01T04:00:00Z`, DECEMBER],
    ['Pacific/Auckland', `${YEAR - 1}-12-31T19:00:00Z`, DECEMBER],
    ['America/Guadeloupe', `${YEAR}-01-01T12:00:00Z`, DECEMBER],
    // The months in which clocks change in Paris.
    ['Europe/Paris', `${YEAR}-04-01T06:00:00Z`, `${YEAR}-03`],
    ['Europe/Paris', `${YEAR - 1}-11-01T07:00:00Z`, `${YEAR - 1}-10`],
  ])('in %s at %s, by the clocks there eight o’clock on the first', async (timezone, at, month) => {
    const owner = await givenOwner({ ...FORCE, timezone });
    await decide(new Date(Date.parse(at) - 1));
    expect(await decided(owner)).toMatchObject([{ month: addMonths(`${month}-01`, -1).slice(0, 7) }]);
    await decide(new Date(at));
    expect(await decided(owner)).toMatchObject([{ month, wanted: true }, {}]);
  });

  test('the database and the rule agree on which month is due, in every zone and around every first', async () => {
    const owner = await givenOwner();
    const { manager } = running.dataSource;
    await running.dataSource.query('UPDATE accounts SET created_at = $1', [new Date(0)]);
    for (const timezone of [
      'Europe/Paris',
      'Indian/Reunion',
      'Pacific/Kiritimati',
      'Asia/Kathmandu',
      'Etc/GMT+12',
    ]) {
      await running.dataSource.query('UPDATE accounts SET timezone = $2 WHERE account_id = $1', [
        owner.id,
        timezone,
      ]);
      for (let hour = -40; hour <= 40; hour += 5) {
        const now = new Date(Date.UTC(YEAR - 5, (hour + 40) % 12, 1, hour, 30));
        const due = await dueReports(manager, now, 10_000);
        expect(due.find(({ accountId }) => accountId === owner.id)?.month).toBe(dueMonth(now, timezone));
      }
    }
  });

  test('after a time away the last month is sent on return, and none before', async () => {
    const owner = await givenOwner();
    await decide(new Date(`${YEAR - 1}-10-15T12:00:00Z`));
    await decide(new Date(`${YEAR}-01-20T12:00:00Z`));
    expect((await decided(owner)).map(({ month }) => month)).toEqual([DECEMBER, `${YEAR - 1}-09`]);
  });

  test('an account gets none of a month before it was there', async () => {
    const owner = await givenAccount(running, FORCE);
    await decide(new Date());
    expect(await decided(owner)).toEqual([]);
  });

  test('whoever lacks it when it is due does not get it later, by changing model or mind', async () => {
    const [premium, off] = [await givenOwner({ plan: 'premium' }), await givenOwner()];
    await (await off.signIn()).request('PATCH', '/api/settings', { report: { monthly: false } });
    const first = new Date(`${YEAR}-01-01T07:00:00Z`);
    await decide(first);
    await running.app.get(Accounts).change(premium.id, { plan: 'force-de-vente' });
    await (await off.signIn()).request('PATCH', '/api/settings', { report: { monthly: true } });
    await decide(new Date(`${YEAR}-01-15T07:00:00Z`));
    for (const owner of [premium, off]) {
      expect(await decided(owner)).toEqual([{ month: DECEMBER, wanted: false, state: null }]);
      expect(await countMailTo(owner.email)).toBe(0);
    }
  });
});

describe('what it says', () => {
  const [from, to] = [`${DECEMBER}-01`, endOfMonth(`${DECEMBER}-01`)];
  const LYON = { country: 'FR', region: 'FR-ARA', city: 'Lyon' };

  test('January’s is about December, with the figures of the API; the preview is what is sent', async () => {
    const owner = await givenOwner();
    const slug = owner.slugs[0]!;
    await givenVisits(running, slug, new Date(`${YEAR - 1}-11-30T22:30:00Z`), [{ target: 'phone' }]);
    // The first and the last moments of December in Paris are of other days in London.
    await givenVisits(running, slug, new Date(`${YEAR - 1}-11-30T23:30:00Z`), [
      { target: 'phone', place: LYON },
    ]);
    await givenVisits(running, slug, new Date(`${YEAR - 1}-12-31T22:30:00Z`), [{ target: 'email' }, {}]);
    await givenVisits(running, slug, new Date(`${YEAR - 1}-12-31T23:30:00Z`), [{}]);
    await givenReferrals(running, owner, [
      { receivedAt: new Date(`${YEAR - 1}-12-05T12:00:00Z`) },
      { receivedAt: new Date(`${YEAR - 1}-11-30T22:30:00Z`) },
    ]);
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`));
    await vi.waitFor(async () => expect(await decided(owner)).toMatchObject([{ state: 'sent' }]), 90_000);
    const mail = await monthlyMailTo(owner.email);
    expect(mail.subject).toBe('Votre carte en décembre\u00a0: 3 visites');

    const client = await owner.signIn();
    const get = async (path: string) => (await client.get(path)).body;
    const stats = `/api/cards/${slug}/stats`;
    const range = `?from=${from}&to=${to}&compare=previous`;
    const [trends, clicks, engagement, metrics] = await Promise.all([
      get(`${stats}/trends${range}`),
      get(`${stats}/clicks${range}`),
      get(`${stats}/engagement${range}`),
      get(`/api/recommendations/metrics?month=${DECEMBER}`),
    ]);
    expect([trends.totals.views, trends.previous.totals.views]).toEqual([3, 1]);
    const contacts = (clicks.targets as { target: string; clicks: number }[])
      .filter(({ target }) => (CONTACT_TARGETS as readonly string[]).includes(target))
      .reduce((sum, target) => sum + target.clicks, 0);
    const { text } = mail;
    expect(text).toContain(`Visites\u00a0: ${trends.totals.views} (2 de plus qu’en novembre)`);
    expect(text).toContain(`Visiteurs\u00a0: ${trends.totals.visitors}`);
    expect(text).toContain(`Clics sur mes boutons de contact\u00a0: ${contacts}`);
    expect(text).toContain(`Temps passé\u00a0: ${Math.round(engagement.medianMs / 1000)}`);
    expect(metrics.cohort.received).toBe(1);
    expect(text).toContain(`Recommandations reçues\u00a0: ${metrics.cohort.received}`);
    expect(text).toMatch(/depuis Lyon, contre zéro en novembre\./);
    expect(text).toContain(`/trends?period=custom&from=${from}&to=${to}`);
    expect(mail.files).toEqual([`num-ecard-${slug}-${DECEMBER}.pdf`]);

    const preview: MonthlyPreview = await get(`/api/reports/monthly?month=${DECEMBER}`);
    const withoutStop = (content: string) =>
      content.replaceAll(/\/(?:unsubscribe\/[\w-]{43}|settings)/g, '/stop').trimEnd();
    expect(preview.subject).toBe(mail.subject);
    expect(withoutStop(preview.text)).toBe(withoutStop(mail.text.replaceAll('\r\n', '\n')));
    expect(withoutStop(preview.html)).toBe(withoutStop(mail.html.replaceAll('\r\n', '\n')));
    expect(preview.files).toEqual([`num-ecard-${slug}-${DECEMBER}.pdf`]);
    // An API key may look at it; it must not hold what switches the e-mails off.
    expect(preview.html).not.toContain('/unsubscribe/');
  });

  test('Multi-Cartes gets all its cards as one, the best first, with a spreadsheet, and nothing of referrals', async () => {
    const owner = await givenOwner({ plan: 'multi-cartes', cards: 3, locale: 'en' });
    const [first, second] = owner.slugs as [string, string];
    await running.dataSource.query('UPDATE cards SET title = $3 WHERE account_id = $1 AND slug = $2', [
      owner.id,
      second,
      `<b>bold</b> =1+1 \u202eturned \u{1f680} ${'long '.repeat(2_000)}`,
    ]);
    const at = new Date(`${YEAR - 1}-12-10T12:00:00Z`);
    await givenVisits(running, first, at, [{}]);
    await givenVisits(running, second, at, [{}, { target: 'website' }]);
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`));
    const { subject, html, text, files } = await monthlyMailTo(owner.email);
    expect(subject).toBe('Your cards in December: 3 visits');
    expect(html).toContain('&lt;b&gt;bold&lt;/b&gt; &#x3D;1+1 turned \u{1f680}');
    expect(html).not.toContain('<b>bold');
    expect(text.indexOf('bold')).toBeLessThan(text.indexOf(`Card ${first}`));
    expect(text).not.toMatch(/Referrals|unsubscribe\/.*@/);
    expect(files).toEqual([`num-ecard-cartes-${DECEMBER}.pdf`, `num-ecard-cartes-${DECEMBER}.xlsx`]);
  });

  test('Multi-Cartes with one card is told of that one', async () => {
    const owner = await givenOwner({ plan: 'multi-cartes' });
    await givenVisits(running, owner.slugs[0]!, new Date(`${YEAR - 1}-12-10T12:00:00Z`), [{ place: LYON }]);
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`));
    const { subject, text, files } = await monthlyMailTo(owner.email);
    expect(subject).toBe('Votre carte en décembre\u00a0: 1 visite');
    expect(text).toContain('Votre carte a été vue 1 fois depuis Lyon');
    expect(text).not.toContain('Vos cartes');
    const name = `num-ecard-${owner.slugs[0]}-${DECEMBER}`;
    expect(files).toEqual([`${name}.pdf`, `${name}.xlsx`]);
  });

  test('an account without visits is told how to be seen, and gets no page of zeros', async () => {
    const owner = await givenOwner();
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`));
    const { subject, text, html, files } = await monthlyMailTo(owner.email);
    expect(subject).toBe('Votre carte en décembre\u00a0: comment la faire voir');
    expect(text).toContain(`/c/${owner.slugs[0]}/qr`);
    expect(text).not.toContain('Visiteurs');
    expect(html).toContain('<ul');
    expect(files).toEqual([]);
  });
});

describe('where few months are kept', () => {
  const keepMonths = ({ id }: GivenAccount, months: number) =>
    running.app.get(Accounts).change(id, { usageMonthsKept: months });
  const at = (day: string) => new Date(`${day}T07:00:00Z`);
  const compose = ({ id }: GivenAccount, now: Date) =>
    running.app.get(MonthlyDispatch).compose({ accountId: id, month: DECEMBER, asked: false }, now);

  test('only months that are kept whole are offered, looked at, sent and compared with', async () => {
    const owner = await givenOwner();
    await givenVisits(running, owner.slugs[0]!, at(`${YEAR - 1}-11-20`), [{}]);
    await givenVisits(running, owner.slugs[0]!, at(`${YEAR - 1}-12-20`), [{}]);
    const reports = running.app.get(OwnReports);
    const monthsAt = async (now: Date) => (await reports.state(owner.id, now)).months;
    await keepMonths(owner, 3);
    // What is kept begins on 21 October, and then on 21 November.
    const [january, february] = [at(`${YEAR}-01-20`), at(`${YEAR}-02-20`)];
    expect(await monthsAt(january)).toEqual([DECEMBER, `${YEAR - 1}-11`]);
    expect((await reports.preview(owner.id, DECEMBER, january)).text).toContain('en novembre');
    expect(await monthsAt(february)).toEqual([`${YEAR}-01`, DECEMBER]);
    expect((await reports.preview(owner.id, DECEMBER, february)).text).not.toContain('en novembre');
    await keepMonths(owner, 1);
    expect(await monthsAt(january)).toEqual([]);
    const client = await owner.signIn();
    const month = `${YEAR - 2}-12`;
    for (const answer of [
      await client.get(`/api/reports/monthly?month=${month}`),
      await client.post('/api/reports/monthly/send', { month }),
    ])
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ path: 'month', message: `${month} is no longer kept as a whole` }],
      ]);
  });

  test('the e-mail that comes by itself says from which day on its figures are', async () => {
    const owner = await givenOwner();
    await givenVisits(running, owner.slugs[0]!, at(`${YEAR - 1}-12-01`), [{}]);
    await givenVisits(running, owner.slugs[0]!, at(`${YEAR - 1}-12-10`), [{}, {}]);
    await keepMonths(owner, 1);
    const onTheFirst = await compose(owner, at(`${YEAR}-01-01`));
    expect(onTheFirst?.subject).toBe('Votre carte du 2 au 31 décembre\u00a0: 2 visites');
    expect(onTheFirst?.text).toContain('Votre compte ne garde plus les visites d’avant le 2 décembre');
    expect(onTheFirst?.html).toContain('Votre compte ne garde plus les visites d’avant le 2 décembre');
    expect(onTheFirst?.text).toContain('Visites\u00a0: 2\n');
    // Nobody came in what is left; of the rest nothing is said.
    const later = await compose(owner, at(`${YEAR}-01-20`));
    expect(later?.text).toContain('Personne n’a ouvert votre carte du 21 au 31 décembre.');
    expect((await compose(owner, at(`${YEAR}-01-30`)))?.subject).toMatch(/^Votre carte le 31 décembre/);
    expect(await compose(owner, at(`${YEAR}-02-20`))).toBeNull();
  });
});

describe('exactly once', () => {
  test('two instances that decide again and again send one', async () => {
    const other = await startTimelessApp({}, running.config.databaseUrl);
    const owners = await Promise.all(Array.from({ length: 20 }, () => givenOwner()));
    const now = new Date(`${YEAR}-02-01T07:00:00Z`);
    await Promise.all([running, other, running, other, running].map((instance) => decide(now, instance)));
    await vi.waitFor(async () => {
      for (const owner of owners) expect(await decided(owner)).toMatchObject([{ state: 'sent' }]);
    }, 90_000);
    for (const { email } of owners) expect(await countMailTo(email)).toBe(1);
    await other.close();
  });

  test('what waits for a mail server is sent by what is true then: not to who has switched it off, or lost it', async () => {
    const port = await freePort();
    const away = await startTimelessApp({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    const [kept, off, lost, gone] = await Promise.all([0, 1, 2, 3].map(() => givenOwner(FORCE, away)));
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`), away);
    await (await off!.signIn()).request('PATCH', '/api/settings', { report: { monthly: false } });
    await away.app.get(Accounts).change(lost!.id, { plan: 'premium' });
    await away.app.get(Accounts).delete(gone!.id);
    const server = await startMailServer(port);
    await vi.waitFor(
      async () => expect(await decided(kept!, away)).toMatchObject([{ state: 'sent' }]),
      90_000,
    );
    for (const owner of [off!, lost!])
      await vi.waitFor(
        async () => expect(await decided(owner, away)).toMatchObject([{ wanted: true, state: null }]),
        90_000,
      );
    expect(server.taken.map(({ to }) => to)).toEqual([kept!.email]);
    const { body } = await new Client(away.url).get('/api/admin/reports', OPERATOR);
    expect(body).toMatchObject({ month: DECEMBER, counts: { sent: 1, withdrawn: 2 }, troubled: [] });
    await away.close();
  });

  test('a refused one is tried again; given up, the operator sees it and has it sent', async () => {
    let refuses = true;
    const server = await startMailServer(await freePort(), () =>
      refuses ? Promise.reject(refusal()) : Promise.resolve(),
    );
    const one = await startTimelessApp({ SMTP_URL: server.url });
    const owner = await givenOwner(FORCE, one);
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`), one);
    const operator = new Client(one.url);
    const reports = async () => (await operator.get(`/api/admin/reports?month=${DECEMBER}`, OPERATOR)).body;
    const troubled = { accountId: owner.id, state: 'retrying', attempts: 1 };
    await vi.waitFor(async () => expect((await reports()).troubled).toEqual([troubled]), 90_000);
    // As if it had been tried for three days.
    await vi.waitFor(async () => {
      const [, count] = await one.dataSource.query<[unknown[], number]>(
        `UPDATE pgboss.job SET retry_count = retry_limit, start_after = now() WHERE name = 'bulk-mail' AND state = 'retry'`,
      );
      expect(count).toBe(1);
    }, 90_000);
    await vi.waitFor(async () => expect((await reports()).counts.failed).toBe(1), 90_000);
    const retry = `/api/admin/reports/${owner.id}/${DECEMBER}/retry`;
    refuses = false;
    expect((await operator.post(retry, {}, OPERATOR)).status).toBe(204);
    await vi.waitFor(
      async () => expect((await reports()).counts).toMatchObject({ sent: 1, failed: 0 }),
      90_000,
    );
    expect((await operator.post(retry, {}, OPERATOR)).status).toBe(409);
    expect((await operator.post(retry.replace(DECEMBER, '1999-01'), {}, OPERATOR)).status).toBe(404);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatchObject({ to: owner.email, isBulk: true });
    // What an e-mail program shows as a button of its own (RFC 8058).
    const { head } = server.taken[0]!;
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(head).toMatch(/^List-Unsubscribe: <http:\/\/localhost:\d+\/unsubscribe\/[\w-]{43}>$/m);
    const { body } = await (await owner.signIn()).get('/api/reports/monthly/state');
    expect(body.last).toMatchObject({ month: DECEMBER, state: 'sent' });
    await one.close();
  });

  test('while the mail server takes its time over monthly e-mails, an alert is sent all the same', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const server = await startMailServer(await freePort(), ({ isBulk }) =>
      isBulk ? held : Promise.resolve(),
    );
    const one = await startTimelessApp({ SMTP_URL: server.url });
    const owners = await Promise.all(Array.from({ length: 12 }, () => givenOwner(FORCE, one)));
    await decide(new Date(`${YEAR}-01-01T07:00:00Z`), one);
    await vi.waitFor(() => expect(server.underway).toBeGreaterThan(0), 90_000);
    const { status } = await recommend(one.url, owners[0]!.slugs[0]!);
    expect(status).toBe(201);
    await vi.waitFor(() => expect(server.taken.map(({ to }) => to)).toEqual([owners[0]!.email]), 90_000);
    release();
    await vi.waitFor(() => expect(server.taken.filter(({ isBulk }) => isBulk)).toHaveLength(12), 90_000);
    await one.close();
  });

  test('killed while it is sent, it is sent again as the same; killed once that is noted, not again', async () => {
    let release: ((error?: Error) => void) | undefined;
    const offered: TakenMail[] = [];
    const server = await startMailServer(await freePort(), (mail) => {
      offered.push(mail);
      return new Promise((resolve, reject) => (release = (error) => (error ? reject(error) : resolve())));
    });
    // Decides, and reaches no mail server.
    const first = await startTimelessApp({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
    const owner = await givenOwner(FORCE, first);
    await decide(new Date(`${YEAR - 1}-07-01T07:00:00Z`), first);
    // The processes to come go by the real clock, by which another month is due.
    await first.dataSource.query(
      'INSERT INTO monthly_reports (account_id, month, decided_at) VALUES ($1, $2, now())',
      [owner.id, dueMonth(new Date(), 'Europe/Paris')],
    );
    await first.close();
    const start = async (): Promise<OwnProcess> => {
      const started = await startProcess(first, { SMTP_URL: server.url });
      afterFile(() => started.child.kill('SIGKILL'));
      return started;
    };
    const killed = await start();
    await vi.waitFor(() => expect(offered).toHaveLength(1), 90_000);
    killed.child.kill('SIGKILL');
    release?.(refusal());
    const database = new Database({ connectionString: first.config.databaseUrl });
    await database.connect();
    const expire = () =>
      database.query(
        `UPDATE pgboss.job SET started_on = started_on - interval '1 hour', retry_backoff = false WHERE state = 'active'`,
      );
    await expire();
    // The queue’s own table holds the process back between its note and what comes after.
    await database.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
                          AS 'BEGIN PERFORM pg_sleep(30); RETURN NEW; END'`);
    await database.query(`CREATE TRIGGER dawdling BEFORE UPDATE ON pgboss.job FOR EACH ROW
                          WHEN (NEW.state = 'completed') EXECUTE FUNCTION dawdle()`);
    const second = await start();
    await vi.waitFor(() => expect(offered).toHaveLength(2), 90_000);
    const [{ id, to }] = offered as [TakenMail];
    expect(offered[1]).toMatchObject({ id, to });
    release?.();
    await vi.waitFor(async () => {
      const { rows } = await database.query('SELECT state FROM mail_deliveries WHERE account_id = $1', [
        owner.id,
      ]);
      expect(rows).toEqual([{ state: 'sent' }]);
    }, 90_000);
    second.child.kill('SIGKILL');
    // What it had begun to write never arrived.
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
    );
    await database.query('DROP TRIGGER dawdling ON pgboss.job');
    await expire();
    const third = await start();
    await vi.waitFor(async () => {
      const { rows } = await database.query(
        `SELECT FROM pgboss.job WHERE name = 'bulk-mail' AND state < 'completed'`,
      );
      expect(rows).toEqual([]);
    }, 90_000);
    await sleep(1_000);
    expect(server.taken).toMatchObject([{ id, to }]);
    expect(offered).toHaveLength(2);
    third.child.kill('SIGKILL');
    await database.end();
  }, 300_000);
});

describe('by the owner’s hand', () => {
  test('"send now" sends what does not count as the month’s, to the account alone, and not without end', async () => {
    const owner = await givenOwner();
    const client = await owner.signIn();
    await client.request('PATCH', '/api/settings', { report: { monthly: false } });
    const sent = await client.post('/api/reports/monthly/send', {});
    expect(sent.status).toBe(202);
    await mailTo(owner.email, 20);
    expect(await decided(owner)).toEqual([]);
    const { body } = await client.get('/api/reports/monthly/state');
    expect(body.months[0]).toBe(sent.body.month);
    const statuses = [];
    for (let time = 0; time < 5; time += 1)
      statuses.push((await client.post('/api/reports/monthly/send', { month: DECEMBER })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429]);
  });

  test('a month that is not over has no report, and neither has a model without the feature', async () => {
    const client = await (await givenAccount(running, FORCE)).signIn();
    const month = `${YEAR + 1}-12`;
    expect((await client.get(`/api/reports/monthly?month=${month}`)).status).toBe(400);
    expect((await client.post('/api/reports/monthly/send', { month })).status).toBe(400);
    const premium = await (await givenAccount(running, { plan: 'premium' })).signIn();
    for (const answer of [
      await premium.get('/api/reports/monthly'),
      await premium.get('/api/reports/monthly/state'),
      await premium.post('/api/reports/monthly/send', {}),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'plan_required']);
    const noCard = await (await givenAccount(running, { ...FORCE, cards: 0 })).signIn();
    expect((await noCard.get('/api/reports/monthly')).status).toBe(404);
  });
});

describe('unsubscribing', () => {
  async function givenLink(): Promise<{ owner: GivenAccount; path: string; wants: () => Promise<boolean> }> {
    const owner = await givenOwner();
    const client = await owner.signIn();
    await client.post('/api/reports/monthly/send', {});
    const { html } = await mailTo(owner.email, 20);
    const path = /\/unsubscribe\/[\w-]+/.exec(html)?.[0] ?? '';
    const wants = async () => (await client.get('/api/settings')).body.report.monthly as boolean;
    return { owner, path, wants };
  }

  test('a program that looks after the link changes nothing; the button does, and may be pressed twice', async () => {
    const { owner, path, wants } = await givenLink();
    const anybody = new Client(running.url, {});
    const page = await anybody.get(path, { 'accept-language': 'en' });
    expect([page.status, await wants()]).toEqual([200, true]);
    expect(page.body).toContain('Stop receiving the monthly report');
    for (const personal of [owner.email, owner.id, owner.slugs[0]!, 'Owner'])
      expect(page.body).not.toContain(personal);
    for (let time = 0; time < 2; time += 1) {
      const done = await anybody.post(path, '', FORM);
      expect([done.status, await wants()]).toEqual([200, false]);
      expect(done.body).toContain('C’est fait');
    }
    expect((await anybody.get(path)).body).toContain('C’est fait');
  });

  test.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('the one click of an e-mail program, as %s', async (type, body) => {
    const { path, wants } = await givenLink();
    expect((await new Client(running.url, {}).post(path, body, { 'content-type': type })).status).toBe(200);
    expect(await wants()).toBe(false);
  });

  test('a link that is not one opens nothing', async () => {
    const { path, wants } = await givenLink();
    const anybody = new Client(running.url, {});
    const forged = path.slice(0, -2) + (path.endsWith('AA') ? 'BB' : 'AA');
    for (const wrong of [forged, '/unsubscribe/x', `${path}x`]) {
      expect((await anybody.get(wrong)).status).toBe(404);
      expect((await anybody.post(wrong, '', FORM)).status).toBe(404);
    }
    expect(await wants()).toBe(true);
  });
});
