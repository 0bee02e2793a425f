import { beforeAll, expect, test } from 'vitest';
import { SignInUpkeep } from '../src/accounts/sign-in-upkeep.js';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { givenAccount, PASSWORD } from './support/given.js';
import { mailTo } from './support/mailbox.js';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

const signIn = (client: Client, email: string, password: string) =>
  client.post('/api/auth/sign-in/email', { email, password });

test('an owner signs in, is told who they are, and signs out', async () => {
  const owner = await givenAccount(running, { plan: 'premium', timezone: 'Indian/Reunion', locale: 'en' });
  const client = await owner.signIn();
  const { status, body } = await client.get('/api/me');
  expect(status).toBe(200);
  expect(body.account).toMatchObject({
    id: owner.id,
    email: owner.email,
    plan: 'premium',
    locale: 'en',
    timezone: 'Indian/Reunion',
    demo: false,
  });
  expect(body.features).toContain('usage.trends');
  expect(body.features).not.toContain('usage.full');
  expect(body.cards).toEqual([
    expect.objectContaining({ slug: owner.slugs[0], url: `${running.url}/c/${owner.slugs[0]}` }),
  ]);
  expect((await client.post('/api/auth/sign-out', {})).status).toBe(200);
  expect((await client.get('/api/me')).body.code).toBe('unauthenticated');
});

test('the e-mail’s case does not matter; a wrong password and an unknown e-mail get the same answer', async () => {
  const owner = await givenAccount(running);
  expect((await signIn(new Client(running.url), owner.email.toUpperCase(), PASSWORD)).status).toBe(200);
  const wrong = await signIn(new Client(running.url), owner.email, 'not the password');
  const unknown = await signIn(new Client(running.url), 'nobody@example.test', 'not the password');
  expect([wrong.status, wrong.body.code, wrong.body.reason]).toEqual([
    401,
    'unauthenticated',
    'INVALID_EMAIL_OR_PASSWORD',
  ]);
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
});

test('a forged session cookie is no session', async () => {
  const client = new Client(running.url);
  for (const cookie of [
    'num-ecard.session_token=x',
    'num-ecard.session_token=x.y%00',
    'num-ecard.session_token=%',
  ]) {
    expect((await client.get('/api/me', { cookie })).status).toBe(401);
  }
});

test('nobody can make an account by themselves, nor call what the product does not offer', async () => {
  const client = new Client(running.url);
  for (const path of ['sign-up/email', 'update-user', 'delete-user', 'sign-in/social', 'list-sessions']) {
    expect(
      (await client.post(`/api/auth/${path}`, { email: 'a@example.test', password: PASSWORD, name: 'A' }))
        .status,
    ).toBe(404);
  }
});

test.each([
  ['malformed JSON', '{"email":'],
  ['wrong types', JSON.stringify({ email: 7, password: [] })],
  ['no body', ''],
  ['a NUL', JSON.stringify({ email: 'a@example.test', password: 'x\u0000y'.repeat(5) })],
  ['a very long password', JSON.stringify({ email: 'a@example.test', password: 'x'.repeat(100_000) })],
])('bad sign-in input (%s) is a 4xx problem', async (_, sent) => {
  const client = new Client(running.url);
  const { status, body } = await client.post('/api/auth/sign-in/email', sent, {
    'content-type': 'application/json',
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body.code).toBeDefined();
});

test('another site’s page cannot sign anybody in or out', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  const { status } = await client.post('/api/auth/sign-out', {}, { origin: 'https://evil.example' });
  expect(status).toBe(403);
  expect((await client.get('/api/me')).status).toBe(200);
});

test('too many attempts from one address are told when to come back', async () => {
  const owner = await givenAccount(running);
  const client = new Client(running.url);
  const statuses: number[] = [];
  let last = await signIn(client, owner.email, 'wrong password');
  for (let attempt = 0; attempt < 25 && last.status !== 429; attempt += 1) {
    statuses.push(last.status);
    last = await signIn(client, owner.email, 'wrong password');
  }
  expect(statuses).toHaveLength(20);
  expect(last.body.code).toBe('too_many_requests');
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  // Somebody else is not kept out.
  expect((await signIn(new Client(running.url), owner.email, PASSWORD)).status).toBe(200);
});

test('a forgotten password: the link works once, ends other sessions, and says nothing of who has an account', async () => {
  const owner = await givenAccount(running, { locale: 'en' });
  const elsewhere = await owner.signIn();
  const client = new Client(running.url);
  const known = await client.post('/api/auth/request-password-reset', { email: owner.email });
  const unknown = await client.post('/api/auth/request-password-reset', { email: 'nobody@example.test' });
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);

  const mail = await mailTo(owner.email);
  expect(mail.subject).toBe('Choose a new password');
  const token = new URL(mail.link).searchParams.get('token');
  expect(mail.link).toBe(`${running.url}/choose-password?token=${token}`);
  const choose = (newPassword: string) => client.post('/api/auth/reset-password', { newPassword, token });

  expect((await choose('short')).body).toMatchObject({
    code: 'validation_failed',
    reason: 'PASSWORD_TOO_SHORT',
  });
  expect((await choose('a better password')).status).toBe(200);
  expect((await choose('another password')).body).toMatchObject({
    code: 'validation_failed',
    reason: 'INVALID_TOKEN',
  });
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  expect((await signIn(client, owner.email, PASSWORD)).status).toBe(401);
  expect((await signIn(client, owner.email, 'a better password')).status).toBe(200);
});

test('what has expired is deleted: sessions, links and the count of attempts', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  await new Client(running.url).post('/api/auth/request-password-reset', { email: owner.email });
  const upkeep = running.app.get(SignInUpkeep);
  const rows = async (): Promise<number[]> =>
    Promise.all(
      ['sessions', 'verifications', 'rate_limits'].map(
        async (table) => (await running.dataSource.query<unknown[]>(`SELECT 1 FROM ${table}`)).length,
      ),
    );
  const before = await rows();
  await upkeep.forget(new Date());
  expect(await rows()).toEqual(before);
  expect((await client.get('/api/me')).status).toBe(200);
  await upkeep.forget(new Date(Date.now() + 61 * 24 * 3_600_000));
  expect(await rows()).toEqual([0, 0, 0]);
});

test('no table of sign-in holds an address or a password', async () => {
  const owner = await givenAccount(running);
  await owner.signIn();
  await new Client(running.url).post('/api/auth/request-password-reset', { email: owner.email });
  const mail = await mailTo(owner.email);
  const token = new URL(mail.link).searchParams.get('token') as string;
  for (const table of ['users', 'sessions', 'credentials', 'verifications', 'rate_limits']) {
    const rows = JSON.stringify(await running.dataSource.query(`SELECT * FROM ${table}`));
    expect(rows, table).not.toMatch(/198\.51\.\d+\.\d+|127\.0\.0\.1/);
    expect(rows, table).not.toContain(PASSWORD);
    expect(rows, table).not.toContain(token);
  }
});
