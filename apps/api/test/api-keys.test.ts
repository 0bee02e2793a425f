import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { Accounts } from '../src/accounts/accounts.service.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { type Answer, beacon, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

const bearing = (key: string) => ({ authorization: `Bearer ${key}` });

/** A program: no cookies, only a key. */
const ask = (key: string, path: string, method = 'GET', body?: object): Promise<Answer> =>
  new Client(running.url).request(method, path, body as Record<string, unknown>, bearing(key));

async function givenKey(client: Client, name = 'Tableur'): Promise<{ id: string; key: string }> {
  const { status, body } = await client.post('/api/keys', { name });
  expect(status).toBe(201);
  return body as { id: string; key: string };
}

test('a key is shown once, reads what its owner reads, and opens nothing once it is taken back', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const client = await owner.signIn();
  const [slug] = owner.slugs;
  await new Client(running.url).post('/api/track', beacon(slug as string, [view()]));
  const { id, key } = await givenKey(client, ' Tableur du mois ');
  expect(key).toMatch(/^nek_[\w-]{43}$/);

  const { body: list } = await client.get('/api/keys');
  expect(list.keys).toEqual([
    {
      id,
      name: 'Tableur du mois',
      prefix: key.slice(0, 10),
      createdAt: expect.any(String),
      lastUsedAt: null,
    },
  ]);
  for (const path of [
    '/api/me',
    '/api/settings',
    `/api/cards/${slug}/stats/summary`,
    `/api/cards/${slug}/stats/trends`,
  ]) {
    const [byKey, bySession] = [await ask(key, path), await client.get(path)];
    expect([path, byKey.status, byKey.body]).toEqual([path, 200, bySession.body]);
  }
  expect((await client.get('/api/keys')).body.keys[0].lastUsedAt).not.toBeNull();

  expect((await client.request('DELETE', `/api/keys/${id}`)).status).toBe(204);
  expect((await ask(key, '/api/me')).body.code).toBe('unauthenticated');
  expect((await client.request('DELETE', `/api/keys/${id}`)).status).toBe(404);
  expect((await client.get('/api/keys')).body.keys).toEqual([]);
});

test('a wrong key is 401, whatever it looks like, and beside it no session counts', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  const { key } = await givenKey(client);
  const swapped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
  for (const wrong of [swapped, `${key}x`, key.slice(0, -1), key.slice(4), 'x', "' OR 1=1 --", ADMIN_TOKEN]) {
    expect([wrong, (await ask(wrong, '/api/me')).status]).toEqual([wrong, 401]);
    expect([wrong, (await client.get('/api/me', bearing(wrong))).status]).toEqual([wrong, 401]);
  }
  // Some proxy's own credentials are none of our business.
  expect((await client.get('/api/me', { authorization: 'Basic eDp5' })).status).toBe(200);
});

test('a key changes nothing and sees nothing of what opens the account', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const client = await owner.signIn();
  const { id, key } = await givenKey(client);
  const { body: sessions } = await client.get('/api/sessions');
  for (const [method, path, body] of [
    ['PATCH', '/api/settings', { name: 'Other' }],
    ['GET', '/api/keys'],
    ['POST', '/api/keys', { name: 'Another' }],
    ['DELETE', `/api/keys/${id}`],
    ['GET', '/api/sessions'],
    ['DELETE', '/api/sessions'],
    ['DELETE', `/api/sessions/${sessions.sessions[0].id}`],
    ['POST', `/api/cards/${owner.slugs[0]}/links`, { label: 'Salon' }],
  ] as const) {
    const answer = await ask(key, path, method, body);
    expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'forbidden']);
  }
  const password = { currentPassword: 'a password of the tests', newPassword: 'a better password' };
  expect((await ask(key, '/api/auth/change-password', 'POST', password)).status).toBe(401);
  expect((await ask(key, '/api/admin/accounts')).status).toBe(401);
  expect((await client.get('/api/keys')).body.keys).toHaveLength(1);
  expect((await client.get('/api/me')).status).toBe(200);
});

test('the model and the account bound a key as they bound a session', async () => {
  const [owner, other] = [await givenAccount(running), await givenAccount(running, { plan: 'multi-cartes' })];
  const client = await owner.signIn();
  const { key } = await givenKey(client);
  const card = (slug: string | undefined, report: string) => ask(key, `/api/cards/${slug}/stats/${report}`);
  expect((await card(owner.slugs[0], 'trends')).body).toMatchObject({
    code: 'plan_required',
    feature: 'usage.trends',
  });
  expect((await card(other.slugs[0], 'summary')).body).toEqual((await card('no-such-card', 'summary')).body);
  expect((await card(other.slugs[0], 'summary')).status).toBe(404);
  await running.app.get(Accounts).change(owner.id, { plan: 'premium' });
  expect((await card(owner.slugs[0], 'trends')).status).toBe(200);

  const theirs = await givenKey(await other.signIn());
  for (const id of [theirs.id, randomUUID()]) {
    expect((await client.request('DELETE', `/api/keys/${id}`)).status).toBe(404);
  }
  expect((await ask(theirs.key, '/api/me')).status).toBe(200);
  await running.app.get(Accounts).delete(other.id);
  expect((await ask(theirs.key, '/api/me')).status).toBe(401);
  const left = await running.dataSource.query<unknown[]>('SELECT 1 FROM api_keys WHERE account_id = $1', [
    other.id,
  ]);
  expect(left).toEqual([]);
});

test('an account has ten at most, also when they are asked for at once', async () => {
  const client = await (await givenAccount(running)).signIn();
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, number) => client.post('/api/keys', { name: `Clé ${number}` })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('conflict');
  for (const name of ['', '  ', 'x'.repeat(61), 'a\nb', 7]) {
    expect((await client.post('/api/keys', { name })).status).toBe(400);
  }
});

test('a key that asks too often is told when to come back; another is not kept out', async () => {
  const client = await (await givenAccount(running)).signIn();
  const [busy, calm] = [await givenKey(client), await givenKey(client)];
  let refused: Answer | undefined;
  for (let times = 0; times < 620 && refused === undefined; times += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(busy.key, '/api/settings')));
    refused = answers.find(({ status }) => status !== 200);
  }
  expect([refused?.status, refused?.body.code]).toEqual([429, 'too_many_requests']);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(calm.key, '/api/settings')).status).toBe(200);
});
