import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { type Answer, beacon, click, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';
import { countMailTo, mailTo } from './support/mailbox.js';

let running: RunningApp;
let operator: Client;

beforeAll(async () => {
  running = await startApp();
  operator = new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` });
});

function order(change: object = {}): Record<string, unknown> {
  const name = randomUUID().slice(0, 8);
  return {
    name: `Boulangerie ${name}`,
    email: `shop-${name}@example.test`,
    plan: 'essentiel',
    cards: [{ slug: `shop-${name}`, title: 'Ma carte' }],
    ...change,
  };
}

const create = (body: Record<string, unknown>): Promise<Answer> => operator.post('/api/admin/accounts', body);

test('an order makes an account with its card, and an invitation by which the owner chooses a password', async () => {
  const wanted = order({ email: `Shop-${randomUUID()}@Example.test` });
  const { status, body } = await create(wanted);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: wanted['name'],
    plan: 'essentiel',
    locale: 'fr',
    timezone: 'Europe/Paris',
  });
  const email = (wanted['email'] as string).toLowerCase();
  expect(body.email).toBe(email);

  const mail = await mailTo(email);
  expect(mail).toMatchObject({ subject: 'Votre espace NUM-ECARD est prêt', from: 'bonjour@num-ecard.test' });
  expect(mail.html).toContain(mail.link.replaceAll('=', '&#x3D;'));
  const token = new URL(mail.link).searchParams.get('token');
  const owner = new Client(running.url);
  const chosen = await owner.post('/api/auth/reset-password', { newPassword: 'my own password', token });
  expect(chosen.status).toBe(200);
  await owner.signIn(email, 'my own password');
  expect((await owner.get('/api/me')).body.cards).toEqual(body.cards);
  expect((await owner.get(`/c/${body.cards[0].slug}`)).status).toBe(200);
});

test('the same externalId makes one account and one invitation, however often and at once it is sent', async () => {
  const wanted = order({ externalId: `order-${randomUUID()}` });
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(wanted)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
  expect(new Set(answers.map(({ body }) => body.id))).toHaveLength(1);
  await mailTo(wanted['email'] as string);
  expect((await create(wanted)).status).toBe(200);
  expect(await countMailTo(wanted['email'] as string)).toBe(1);
});

test('a taken e-mail or slug is a conflict that leaves nothing behind', async () => {
  const first = order();
  await create(first);
  const sameEmail = order({ email: first['email'] });
  const sameSlug = order({ cards: first['cards'] });
  for (const wanted of [sameEmail, sameSlug]) {
    const { status, body } = await create(wanted);
    expect([status, body.code]).toEqual([409, 'conflict']);
  }
  // The parts that did not collide are free still.
  expect((await create(order({ email: sameSlug['email'], cards: sameEmail['cards'] }))).status).toBe(201);
});

test('a model’s number of cards holds at creation, at a later card and at a change of model', async () => {
  const three = Array.from({ length: 3 }, () => ({ slug: `c-${randomUUID().slice(0, 8)}`, title: 'Carte' }));
  expect((await create(order({ cards: three }))).status).toBe(409);
  const { body: team } = await create(order({ plan: 'multi-cartes', cards: three }));
  expect(team.cards).toHaveLength(3);
  const another = { slug: `c-${randomUUID().slice(0, 8)}`, title: 'Quatrième' };
  expect((await operator.post(`/api/admin/accounts/${team.id}/cards`, another)).status).toBe(201);
  expect(
    (await operator.request('PATCH', `/api/admin/accounts/${team.id}`, { plan: 'premium' })).status,
  ).toBe(409);
  const { body: single } = await create(order());
  expect(
    (await operator.post(`/api/admin/accounts/${single.id}/cards`, { ...another, slug: 'one-more' })).status,
  ).toBe(409);
});

test('a change of model takes effect at the next request', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  expect((await client.get('/api/me')).body.features).toEqual(['usage.summary']);
  const { status, body } = await operator.request('PATCH', `/api/admin/accounts/${owner.id}`, {
    plan: 'premium',
  });
  expect([status, body.plan]).toEqual([200, 'premium']);
  expect((await client.get('/api/me')).body.features).toContain('usage.trends');
});

test('more changes at once than there are connections do not wait for each other', async () => {
  const owners = await Promise.all(Array.from({ length: 16 }, () => givenAccount(running)));
  const answers = await Promise.all(
    owners.map(({ id }) => operator.request('PATCH', `/api/admin/accounts/${id}`, { plan: 'premium' })),
  );
  expect(answers.map(({ status }) => status)).toEqual(owners.map(() => 200));
});

test('deleting an account erases everything of it, and its addresses are free again', async () => {
  const owner = await givenAccount(running);
  const slug = owner.slugs[0] as string;
  const client = await owner.signIn();
  const visitor = new Client(running.url);
  await visitor.post('/api/track', beacon(slug, [view(), click('phone')]));
  expect((await operator.request('DELETE', `/api/admin/accounts/${owner.id}`)).status).toBe(204);
  expect((await operator.request('DELETE', `/api/admin/accounts/${owner.id}`)).status).toBe(404);
  expect((await client.get('/api/me')).status).toBe(401);
  expect((await visitor.get(`/c/${slug}`)).status).toBe(404);
  // The instance may remember the card for a moment; nothing of it is stored all the same.
  expect((await visitor.post('/api/track', beacon(slug, [view()]))).status).toBe(404);
  const tables = await running.dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'account_id'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const rows = await running.dataSource.query(`SELECT 1 FROM ${name} WHERE account_id = $1`, [owner.id]);
    expect(rows, name).toEqual([]);
  }
  expect((await create(order({ email: owner.email, cards: [{ slug, title: 'Encore' }] }))).status).toBe(201);
});

test('accounts are listed page by page, each once', async () => {
  const seen: string[] = [];
  let path = '/api/admin/accounts';
  for (;;) {
    const { body } = await operator.get(path);
    seen.push(...body.accounts.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    path = `/api/admin/accounts?after=${body.next}`;
  }
  const [row] = await running.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM accounts',
  );
  expect(new Set(seen)).toHaveLength(row?.count ?? -1);
});

const photo = `data:image/png;base64,${Buffer.from('not a picture at all').toString('base64')}`;

test.each([
  ['no e-mail', { email: undefined }, 'email'],
  ['an unknown model', { plan: 'platine' }, 'plan'],
  ['an offset for a time zone', { timezone: '+02:00' }, 'timezone'],
  ['a NUL in the name', { name: 'a\u0000b' }, 'name'],
  ['a lone surrogate in a title', { cards: [{ slug: 'abc', title: '\ud800' }] }, 'cards.0.title'],
  ['a slug with a path', { cards: [{ slug: '../etc', title: 'x' }] }, 'cards.0.slug'],
  [
    'a script as website',
    { cards: [{ slug: 'abc', title: 'x', profile: { name: 'x', website: 'javascript:alert(1)' } }] },
    'cards.0.profile.website',
  ],
  ['a photo that is none', { cards: [{ slug: 'photo-none', title: 'x', photo }] }, 'cards.0.photo'],
])('%s is refused and named', async (_, change, path) => {
  const { status, body } = await create(order(change));
  expect([status, body.code]).toEqual([400, 'validation_failed']);
  expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
});

test('an account id that is none is refused', async () => {
  for (const method of ['PATCH', 'DELETE']) {
    const { status, body } = await operator.request(method, '/api/admin/accounts/1%27--', {
      plan: 'premium',
    });
    expect([status, body.code]).toEqual([400, 'validation_failed']);
  }
});
