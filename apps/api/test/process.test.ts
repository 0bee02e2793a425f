/** The program as it is started, as a process of its own: settings, signals, restarts and the demo. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client as Database } from 'pg';
import { afterAll, describe, expect, inject, test, vi } from 'vitest';
import { ADMIN_TOKEN } from './support/app.js';
import { freePort } from './support/free-port.js';
import { beacon, click, Client, view } from './support/client.js';
import { freshDatabase } from './support/database.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ADMIN = fileURLToPath(new URL('../dist/admin.js', import.meta.url));

// A test starts up to six programs with their database one after the other, and a busy machine takes its time for each.
vi.setConfig({ testTimeout: 120_000 });

const started = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcess;
  output(): string;
  exit: Promise<number | null>;
}

function start(
  environment: Readonly<Record<string, string>>,
  program = MAIN,
  ...parameters: string[]
): Started {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [program, ...parameters], { env: { PATH, ...environment } });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const exit = once(child, 'exit').then(([code]) => {
    started.delete(child);
    return code as number | null;
  });
  return { child, output: () => output, exit };
}

async function untilItRuns(one: Started): Promise<void> {
  const end = one.exit.then((code) => Promise.reject(new Error(`ended with ${code}: ${one.output()}`)));
  end.catch(() => undefined);
  while (!one.output().includes('Ctrl-C stops it')) {
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}

async function settings() {
  return {
    PORT: String(await freePort()),
    DATABASE_URL: await freshDatabase(),
    SECRET_KEY: 'a secret key of the tests',
    SMTP_URL: inject('smtpUrl'),
    MAIL_FROM: 'bonjour@num-ecard.test',
    ADMIN_TOKEN,
    LOG_LEVEL: 'warn',
  } as const;
}

const order = (slug: string) => ({
  name: slug,
  email: `${slug}@example.test`,
  plan: 'essentiel',
  cards: [{ slug, title: slug }],
});

describe('a start that cannot succeed ends with 1 and one line that says why', () => {
  test.each([
    ['a malformed setting', { PORT: 'eighty' }, /^PORT must be .+\.$/],
    ['a missing setting', { SECRET_KEY: '' }, /^SECRET_KEY must be set .+\.$/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' },
      /^DATABASE_URL cannot be reached: .+$/,
    ],
  ])('%s', async (_, change, line) => {
    const one = start({ ...(await settings()), ...change });
    expect(await one.exit).toBe(1);
    expect(one.output().trim()).toMatch(line);
    expect(one.output().trim()).not.toContain('\n');
  });

  test('a port that is taken', async () => {
    const environment = await settings();
    const first = start(environment);
    await untilItRuns(first);
    const second = start({ ...environment, DATABASE_URL: await freshDatabase() });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${environment.PORT} is taken.`);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});

test('SIGTERM under load: what was acknowledged is stored, and the exit code is 0', async () => {
  const environment = await settings();
  const one = start(environment);
  await untilItRuns(one);
  const url = `http://127.0.0.1:${environment.PORT}`;
  const { status } = await new Client(url, { authorization: `Bearer ${ADMIN_TOKEN}` }).post(
    '/api/admin/accounts',
    order('drained'),
  );
  expect(status).toBe(201);
  let acknowledged = 0;
  const visitor = async (): Promise<void> => {
    const client = new Client(url);
    for (;;) {
      const answer = await client
        .post('/api/track', beacon('drained', [view(), click('phone')]))
        .catch(() => undefined);
      if (answer?.status === 202) acknowledged += answer.body.accepted as number;
      else return;
    }
  };
  const load = Promise.all(Array.from({ length: 16 }, visitor));
  // However slow the machine: it stops while visitors are at it.
  while (acknowledged <= 100) await new Promise((resolve) => setTimeout(resolve, 20));
  one.child.kill('SIGTERM');
  expect(await one.exit).toBe(0);
  await load;
  const database = new Database(environment.DATABASE_URL);
  await database.connect();
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM tracking_events',
  );
  await database.end();
  expect(acknowledged).toBeGreaterThan(100);
  // One whose answer was cut off may be stored too; none that was acknowledged may be missing.
  expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged);
  expect(rows[0]?.count).toBeLessThanOrEqual(acknowledged + 32);
});

test('the demo has the same visits and recommendations when it is started again, and marks its accounts', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'num-ecard-demo-'));
  await chmod(dataDir, 0o755);
  const { DATABASE_URL: _, SMTP_URL: __, ...rest } = await settings();
  const environment = { ...rest, DATA_DIR: dataDir };
  const url = `http://127.0.0.1:${environment.PORT}`;
  const summary = async (owner: Client): Promise<{ views: { total: number }; demo: boolean }> => {
    const { body: me } = await owner.get('/api/me');
    expect(me.cards.map(({ slug }: { slug: string }) => slug)).toEqual(['patrice']);
    return { ...(await owner.get('/api/cards/patrice/stats/summary')).body, demo: me.account.demo };
  };
  const referrals = async (owner: Client) => {
    const read = async (path: string) => (await owner.get(`/api/recommendations${path}`)).body;
    return {
      months: (await read('/trend')).months,
      list: (await read('?limit=200')).items,
      ambassadors: (await read('/ambassadors')).ambassadors,
      followUps: await read('/follow-ups'),
    };
  };
  const mails = async (one: Started): Promise<string[]> => {
    const mailbox = /Mailbox +(\S+)/.exec(one.output())?.[1];
    const received = (await (await fetch(`${mailbox}api/email`)).json()) as { subject: string }[];
    return received.map(({ subject }) => subject);
  };
  const totals: number[] = [];
  const referred: Awaited<ReturnType<typeof referrals>>[] = [];
  for (let time = 0; time < 2; time += 1) {
    const one = start(environment, MAIN, '--demo');
    await untilItRuns(one);
    const owner = new Client(url);
    await owner.signIn('force-de-vente@demo.test', 'demo-num-ecard');
    const { views, demo } = await summary(owner);
    expect(demo).toBe(true);
    totals.push(views.total);
    referred.push(await referrals(owner));
    // Of all that came in the past, one alert; the mailbox keeps it.
    await expect
      .poll(() => mails(one), { timeout: 60_000 })
      .toEqual(['Marc vient de vous recommander un prospect']);
    one.child.kill('SIGTERM');
    expect(await one.exit).toBe(0);
  }
  expect(totals[0]).toBeGreaterThan(500);
  // A visit may have ended between the two starts.
  expect((totals[1] as number) - (totals[0] as number)).toBeLessThanOrEqual(2);
  expect(totals[1]).toBeGreaterThanOrEqual(totals[0] as number);
  const [first, second] = referred;
  // One may have come between the two starts.
  const references = (list: { reference: string }[]) => list.map(({ reference }) => reference);
  expect(references(second?.list)).toEqual(expect.arrayContaining(references(first?.list)));
  expect(second?.list.length - first?.list.length).toBeLessThanOrEqual(1);
  const received = first?.months.map(({ cohort }: { cohort: { received: number } }) => cohort.received);
  expect(received).toHaveLength(12);
  // On the first of a month there may be none yet.
  expect(received.slice(0, -1)).not.toContain(0);
  expect(first?.ambassadors[0]).toMatchObject({ rank: 1, name: 'Marc Petit', converted: 1 });
  expect(first?.followUps).toMatchObject({
    notContacted: expect.arrayContaining([
      expect.objectContaining({ prospect: expect.objectContaining({ name: 'Bruno Lemaire' }) }),
    ]),
    reminders: [{ reminder: { text: 'Fixer la visite avec Isabelle' } }],
    counts: { reminders: 1, expiring: 1, held: 1 },
  });
  await rm(dataDir, { recursive: true, force: true });
});

test('the operator’s commands do what the admin API does', async () => {
  const environment = await settings();
  const command = async (...parameters: string[]): Promise<[number | null, string]> => {
    const one = start(environment, ADMIN, ...parameters);
    return [await one.exit, one.output().trim()];
  };
  const [created, said] = await command(
    'create-account',
    '--name',
    'Ana',
    '--email',
    'ana@example.test',
    '--plan',
    'premium',
    '--card',
    'ana',
  );
  expect([created, said]).toEqual([0, expect.stringMatching(/^Created [0-9a-f-]{36}\. The invitation/)]);
  const id = /[0-9a-f-]{36}/.exec(said)?.[0] ?? '';
  expect(await command('list-accounts')).toEqual([
    0,
    `${id}  premium  ana@example.test  http://localhost:${environment.PORT}/c/ana`,
  ]);
  expect(await command('change-account', id, '--plan', 'gold')).toEqual([
    1,
    expect.stringMatching(/^--plan: /),
  ]);
  expect(await command('change-account', id, '--plan', 'multi-cartes')).toEqual([
    0,
    `Changed ${id}: multi-cartes.`,
  ]);
  expect(await command('delete-account', id)).toEqual([1, expect.stringContaining('--yes')]);
  expect(await command('delete-account', id, '--yes')).toEqual([0, `Erased ${id}.`]);
  expect((await command('make-coffee'))[1]).toContain('Usage:');
});
