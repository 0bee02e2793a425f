import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { NOTICE_DAYS_KEPT } from '@num-ecard/contracts/notices';
import type { Plan } from '@num-ecard/contracts/plans';
import { noticesSince } from '../src/notifications/notices/notices-since.query.js';
import { Notices } from '../src/notifications/notices/notices.js';
import { NoticesUpkeep } from '../src/notifications/notices/notices-upkeep.js';
import { UsageNotices } from '../src/tracking/notices/usage-notices.js';
import { UsageErasure } from '../src/tracking/store/usage-erasure.js';
import { UsageRebuild } from '../src/tracking/store/usage-rebuild.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, BROWSER, click, Client, view } from './support/client.js';
import { freshDatabase } from './support/database.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { type OpenedStream, openLive } from './support/live.js';
import { recommend } from './support/recommend.js';
import { settleUsage, tellNotices } from './support/tell-notices.js';

const ROUTE = '/api/notifications';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let running: RunningApp;
let other: RunningApp;

beforeAll(async () => {
  const database = await freshDatabase();
  // Two instances: whichever is first tells.
  running = await startApp({}, database);
  other = await startApp({}, database);
});

interface Owner extends GivenAccount {
  readonly client: Client;
}

async function givenOwner(plan: Plan = 'force-de-vente', cards = 1): Promise<Owner> {
  const account = await givenAccount(running, { plan, cards, timezone: 'UTC' });
  return { ...account, client: await account.signIn() };
}

/** Somebody's visit. @param query of the card's address */
async function visit(slug = '', targets: readonly string[] = [], age = 0, query = ''): Promise<void> {
  const url = `${running.url}/c/${slug}${query}`;
  const events = [{ ...view(age), url }, ...targets.map((target) => click(target, age))];
  const { status } = await new Client(running.url).post('/api/track', beacon(slug, events));
  expect(status).toBe(202);
}

const tell = (minutes = 6, instance = running): Promise<void> => tellNotices(instance, minutes);
const settle = (): Promise<void> => settleUsage(running);

const list = async ({ client }: Owner, query = '') => (await client.get(ROUTE + query)).body;
const ofKind = async (owner: Owner, kind: string) =>
  (await list(owner)).items.filter((item: { kind: string }) => item.kind === kind);

/** Views of the days before today, the latest first. */
async function givenDays(owner: Owner, slug: string, days: readonly number[]): Promise<void> {
  await running.dataSource.query(
    `INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms)
     SELECT $1::uuid, card_id, (now() AT TIME ZONE 'UTC')::date - ago::integer, views, 0, 0, 0
       FROM cards, unnest($3::integer[]) WITH ORDINALITY AS of (views, ago)
      WHERE account_id = $1 AND card_id = $2`,
    [owner.id, await cardId(owner, slug), days],
  );
}

async function cardId({ client }: Owner, slug = ''): Promise<string> {
  const { body } = await client.get('/api/me');
  return body.cards.find((card: { slug: string }) => card.slug === slug).id;
}

async function visits(slug: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await visit(slug);
}

describe('visits', () => {
  test('are told once, gathered over five minutes, as counts without place or device', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    await visit(slug, ['phone', 'email', 'linkedin']);
    await visit(slug, ['phone']);
    await visit(slug);
    await tell(4);
    expect((await list(owner)).items).toEqual([]);
    await tell();
    const { items, unread, next } = await list(owner);
    expect(items).toEqual([
      {
        id: expect.any(String),
        kind: 'visits',
        at: expect.any(String),
        readAt: null,
        path: `/visits?card=${slug}`,
        cardId: await cardId(owner, slug),
        counts: { views: 3, clicks: 3, cards: 1 },
      },
    ]);
    expect([unread, next]).toEqual([1, null]);
    await tell(20);
    expect((await list(owner)).items).toHaveLength(1);
  });

  test('of several cards are told as one, and what comes after them anew', async () => {
    const owner = await givenOwner('multi-cartes', 3);
    const [first = '', second = ''] = owner.slugs;
    await visit(first, ['sms']);
    await visit(second);
    await visit(second);
    await tell();
    await visit(first);
    await tell();
    expect((await list(owner)).items).toMatchObject([
      { path: `/visits?card=${first}`, counts: { views: 1, clicks: 0, cards: 1 } },
      { path: '/visits', cardId: null, counts: { views: 3, clicks: 1, cards: 2 } },
    ]);
  });

  test('told by two instances at once are told once, and none is lost', async () => {
    const owners = await Promise.all(Array.from({ length: 8 }, () => givenOwner()));
    for (const { slugs } of owners) await visit(slugs[0], ['phone']);
    await Promise.all([tell(6, running), tell(6, other)]);
    // One that the other instance was at is left to it.
    await tell();
    for (const owner of owners)
      expect((await list(owner)).items).toMatchObject([{ counts: { views: 1, clicks: 1 } }]);
  });

  test('interrupted in the middle of telling, nothing is lost and nothing told twice', async () => {
    const owner = await givenOwner();
    await visit(owner.slugs[0]);
    await settle();
    const notices = running.app.get(Notices);
    const told = vi.spyOn(notices, 'tell').mockImplementationOnce(async (...rest) => {
      told.mockRestore();
      await notices.tell(...rest);
      throw new Error('the process ends here');
    });
    await expect(tell()).rejects.toThrow('the process ends here');
    expect((await list(owner)).items).toEqual([]);
    await tell();
    expect((await list(owner)).items).toHaveLength(1);
  });

  test('nobody is told of those that arrive late, of robots, of the owner’s own, or of what is counted anew', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    await visit(slug, ['phone'], 3 * HOUR_MS);
    await new Client(running.url, { 'user-agent': 'WhatsApp/2.26.1 A' }).post(
      '/api/track',
      beacon(slug, [view(), click('phone')]),
    );
    await owner.client.post('/api/track', beacon(slug, [view()]));
    await settle();
    await running.app.get(UsageRebuild).rebuild(owner.id, new Date());
    await tell();
    expect((await list(owner)).items).toEqual([]);
    const { body } = await owner.client.get(`/api/cards/${slug}/stats/summary`);
    expect(body.views.total).toBe(1);
  });

  test('an event that is sent again is told once', async () => {
    const owner = await givenOwner();
    const sent = beacon(owner.slugs[0] ?? '', [view(), click('phone')]);
    for (const instance of [running, other, running]) await new Client(instance.url).post('/api/track', sent);
    await tell();
    expect((await list(owner)).items).toMatchObject([{ counts: { views: 1, clicks: 1 } }]);
  });
});

describe('an unusual day', () => {
  test('is told once a card and day, with a factor that is rounded down', async () => {
    const owner = await givenOwner('multi-cartes', 2);
    const [busy = '', usual = ''] = owner.slugs;
    await givenDays(
      owner,
      busy,
      Array.from({ length: 20 }, () => 3),
    );
    await givenDays(
      owner,
      usual,
      Array.from({ length: 20 }, () => 10),
    );
    await visits(busy, 11);
    await visits(usual, 11);
    await tell();
    expect(await ofKind(owner, 'unusual')).toMatchObject([
      { path: `/trends?card=${busy}`, cardId: await cardId(owner, busy), counts: { views: 11, factor: 3 } },
    ]);
    await visits(busy, 5);
    await tell();
    expect(await ofKind(owner, 'unusual')).toHaveLength(1);
    expect(await ofKind(owner, 'visits')).toHaveLength(2);
  });

  test('of several cards at once is one notice, by the least of their factors', async () => {
    const owner = await givenOwner('multi-cartes', 3);
    const [fair = '', stand = '', drawer = ''] = owner.slugs;
    for (const slug of owner.slugs)
      await givenDays(
        owner,
        slug,
        Array.from({ length: 20 }, () => 2),
      );
    await visits(fair, 12);
    await visits(stand, 10);
    await visits(drawer, 1);
    await tell();
    expect(await ofKind(owner, 'unusual')).toMatchObject([
      { path: '/cards', cardId: null, counts: { views: 22, factor: 5, cards: 2 } },
    ]);
    // Each of them was told for the day.
    await visits(fair, 1);
    await visits(drawer, 11);
    await tell();
    const [third, ...others] = await ofKind(owner, 'unusual');
    expect([third.path, third.counts, others.length]).toEqual([
      `/trends?card=${drawer}`,
      { views: 12, factor: 6, cards: 1 },
      1,
    ]);
  });

  test('that is over when its last visits are told is told as the day that it was', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    await givenDays(
      owner,
      slug,
      Array.from({ length: 20 }, () => 2),
    );
    await visits(slug, 10);
    await settle();
    const midnight = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
    await running.app.get(UsageNotices).tellDue(new Date(midnight + 6 * MINUTE_MS));
    const day = new Date(midnight - 1).toISOString().slice(0, 10);
    expect(await ofKind(owner, 'unusual')).toMatchObject([{ counts: { views: 10, factor: 5, day } }]);
    await visits(slug, 1);
    await settle();
    await running.app.get(UsageNotices).tellDue(new Date(midnight + 12 * MINUTE_MS));
    expect(await ofKind(owner, 'unusual')).toHaveLength(1);
  });

  test('is none on a card that has been counted for less than two weeks', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    await givenDays(
      owner,
      slug,
      Array.from({ length: 13 }, () => 1),
    );
    await visits(slug, 12);
    await tell();
    expect(await ofKind(owner, 'unusual')).toEqual([]);
  });

  test('days without visits count among the usual ones', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    await givenDays(owner, slug, [...Array.from({ length: 15 }, () => 0), 400]);
    await visits(slug, 10);
    await tell();
    expect(await ofKind(owner, 'unusual')).toMatchObject([{ counts: { views: 10, factor: 10 } }]);
  });
});

describe('the first visit by a named link', () => {
  const addLink = async ({ client }: Owner, slug: string, label = 'Salon de Lyon'): Promise<string> =>
    (await client.post(`/api/cards/${slug}/links`, { label })).body.code;

  test('is told at once and once, with the code and not the label', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    const code = await addLink(owner, slug);
    await visit(slug, [], 0, `?k=${code}`);
    await visit(slug, [], 0, `?k=${code}`);
    await tell(0);
    const found = await ofKind(owner, 'first-link-visit');
    expect(found).toMatchObject([{ path: `/sources?card=${slug}`, counts: { link: code } }]);
    await visit(slug, [], 0, `?k=${code}`);
    await tell(0);
    expect(await ofKind(owner, 'first-link-visit')).toHaveLength(1);
    const [row] = await running.dataSource.query(
      `SELECT row_to_json(n)::text AS text FROM notices n WHERE account_id = $1 AND kind = 'first-link-visit'`,
      [owner.id],
    );
    expect(row.text).not.toContain('Lyon');
  });

  test('a link that is deleted and made anew is another one', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    const code = await addLink(owner, slug);
    await visit(slug, [], 0, `?k=${code}`);
    await tell(0);
    await owner.client.request('DELETE', `/api/cards/${slug}/links/${code}`);
    // Somebody has the old one on paper still.
    await visit(slug, [], 0, `?k=${code}`);
    const anew = await addLink(owner, slug);
    await visit(slug, [], 0, `?k=${anew}`);
    await tell(0);
    const links = (await ofKind(owner, 'first-link-visit')).map(
      (item: { counts: { link: string } }) => item.counts.link,
    );
    expect(links).toEqual([anew, code]);
  });

  test('is not told when it arrives late, and then the next is not the first', async () => {
    const owner = await givenOwner();
    const [slug = ''] = owner.slugs;
    const code = await addLink(owner, slug);
    await visit(slug, [], 5 * HOUR_MS, `?k=${code}`);
    await settle();
    await visit(slug, [], 0, `?k=${code}`);
    await tell(0);
    expect(await ofKind(owner, 'first-link-visit')).toEqual([]);
  });
});

describe('a recommendation', () => {
  test('is on the list at once, by its address alone', async () => {
    const owner = await givenOwner();
    await recommend(running.url, owner.slugs[0] ?? '');
    const { items } = await list(owner);
    expect(items).toMatchObject([{ kind: 'recommendation', counts: {}, readAt: null }]);
    expect(items[0].path).toMatch(/^\/referrals\/prospects\/[0-9a-f-]{36}$/);
    const id = items[0].path.split('/').at(-1);
    expect((await owner.client.get(`/api/recommendations/${id}`)).status).toBe(200);
  });
});

describe('who is told', () => {
  test.each(['essentiel', 'premium'] as const)('%s: nobody, and the list is empty', async (plan) => {
    const owner = await givenOwner(plan);
    await visit(owner.slugs[0], ['phone']);
    await tell();
    expect(await list(owner)).toEqual({ items: [], unread: 0, next: null });
    const [{ gathered }] = await running.dataSource.query(
      'SELECT count(*)::integer AS gathered FROM usage_news WHERE account_id = $1',
      [owner.id],
    );
    expect(gathered).toBe(0);
  });

  test('a model that is changed: what it lacks now is not on the list, until it has it again', async () => {
    const owner = await givenOwner();
    await recommend(running.url, owner.slugs[0] ?? '');
    await visit(owner.slugs[0]);
    await tell();
    const setPlan = (plan: Plan) =>
      running.dataSource.query('UPDATE accounts SET plan = $2 WHERE account_id = $1', [owner.id, plan]);
    const kinds = async () => (await list(owner)).items.map(({ kind }: { kind: string }) => kind);
    await setPlan('multi-cartes');
    expect([await kinds(), (await list(owner)).unread]).toEqual([['visits'], 1]);
    // What it cannot see it cannot have read.
    await owner.client.post(`${ROUTE}/read`, { until: new Date().toISOString() });
    await setPlan('premium');
    expect(await kinds()).toEqual([]);
    await setPlan('force-de-vente');
    expect(await list(owner)).toMatchObject({
      unread: 1,
      items: [{ kind: 'visits' }, { kind: 'recommendation', readAt: null }],
    });
  });

  test('a kind that is switched off is told nowhere, and is not told later either', async () => {
    const owner = await givenOwner();
    const change = (visitsToo: boolean) =>
      owner.client.request('PATCH', '/api/settings', { notifications: { visits: visitsToo } });
    await change(false);
    await visit(owner.slugs[0]);
    await tell();
    await change(true);
    await tell();
    expect((await list(owner)).items).toEqual([]);
    await visit(owner.slugs[0]);
    await tell();
    expect((await list(owner)).items).toMatchObject([{ counts: { views: 1 } }]);
  });

  test('open screens, on every instance, at once; those of others not', async () => {
    const [owner, stranger] = [await givenOwner(), await givenOwner()];
    const notifications = (stream: OpenedStream) => stream.of('notification').map(({ data }) => data);
    const here = await openLive(running.url, { cookie: owner.client.cookieHeader() });
    const there = await openLive(other.url, { cookie: owner.client.cookieHeader() });
    const elsewhere = await openLive(running.url, { cookie: stranger.client.cookieHeader() });
    await visit(owner.slugs[0], ['whatsapp']);
    await tell();
    const [item] = (await list(owner)).items;
    const { readAt: _, ...told } = item;
    for (const stream of [here, there])
      await vi.waitFor(() => expect(notifications(stream)).toEqual([told]), { timeout: 30_000 });
    await visit(stranger.slugs[0]);
    await tell();
    await vi.waitFor(() => expect(notifications(elsewhere)).toHaveLength(1), { timeout: 30_000 });
    expect(notifications(elsewhere)).not.toContainEqual(told);
    for (const stream of [here, there, elsewhere]) stream.close();
  });
});

describe('the list', () => {
  /** @param count of notices, a minute apart, the first the latest */
  async function givenNotices(owner: Owner, count: number, kind = 'visits', daysAgo = 0): Promise<void> {
    await running.dataSource.query(
      `INSERT INTO notices (account_id, notice_id, kind, told_at, path, counts)
       SELECT $1::uuid, gen_random_uuid(), $3, now() - $4::integer * interval '1 day' - ago * interval '1 minute',
              '/visits', '{"views": 1, "clicks": 0, "cards": 1}'
         FROM generate_series(1, $2::integer) AS ago`,
      [owner.id, count, kind, daysAgo],
    );
  }

  test('comes page by page, each notice once, though new ones come meanwhile', async () => {
    const owner = await givenOwner();
    await givenNotices(owner, 25);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: string }[]; next: string | null; unread: number } = await list(
        owner,
        `?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      if (seen.length === 10) {
        await visit(owner.slugs[0]);
        await tell();
      }
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    const times = (await list(owner)).items.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times).toHaveLength(26);
  });

  test('is read once, by ids or up to a moment; again changes nothing', async () => {
    const owner = await givenOwner();
    await givenNotices(owner, 5);
    const { items } = await list(owner);
    const read = (body: Record<string, unknown>) => owner.client.post(`${ROUTE}/read`, body);
    const one = await read({ ids: [items[3].id] });
    expect([one.status, one.body]).toEqual([200, { unread: 4 }]);
    const { readAt } = (await list(owner)).items[3];
    expect(readAt).toEqual(expect.any(String));
    expect((await read({ ids: [items[3].id] })).body).toEqual({ unread: 4 });
    expect((await read({ until: items[2].at })).body).toEqual({ unread: 2 });
    const after = (await list(owner)).items;
    expect(after.map((item: { readAt: string | null }) => item.readAt !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(after[3].readAt).toBe(readAt);
    expect((await read({ until: items[0].at })).body).toEqual({ unread: 0 });
  });

  test('is nobody else’s to read', async () => {
    const [owner, stranger] = [await givenOwner(), await givenOwner()];
    await givenNotices(owner, 2);
    const [{ id }] = (await list(owner)).items;
    expect((await stranger.client.post(`${ROUTE}/read`, { ids: [id] })).body).toEqual({ unread: 0 });
    expect((await list(stranger)).items).toEqual([]);
    expect((await list(owner)).unread).toBe(2);
  });

  test.each([
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=ten', 'limit'],
    ['?cursor=x', 'cursor'],
    [`?cursor=${Buffer.from(`9999-01-01T00:00:00.000000Z ${randomUUID()}`).toString('base64url')}`, 'cursor'],
  ])('%s is refused', async (query, path) => {
    const owner = await givenOwner();
    const { status, body } = await owner.client.get(ROUTE + query);
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
  });

  test.each([
    {},
    { ids: [] },
    { ids: ['x'] },
    { until: 'yesterday' },
    { ids: [randomUUID()], until: new Date().toISOString() },
  ])('what is read must be said: %j', async (body) => {
    const owner = await givenOwner();
    expect((await owner.client.post(`${ROUTE}/read`, body)).status).toBe(400);
  });

  test('is read by a key, which changes nothing', async () => {
    const owner = await givenOwner();
    await givenNotices(owner, 1);
    const { body: made } = await owner.client.post('/api/keys', { name: 'Tableur' });
    const byKey = { 'user-agent': BROWSER, authorization: `Bearer ${made.key}` };
    const client = new Client(running.url, byKey);
    const { status, body } = await client.get(ROUTE);
    expect([status, body.unread]).toEqual([200, 1]);
    expect((await client.post(`${ROUTE}/read`, { until: new Date().toISOString() })).status).toBe(403);
    expect((await list(owner)).unread).toBe(1);
  });

  test('goes back ninety days', async () => {
    const owner = await givenOwner();
    await givenNotices(owner, 3, 'visits', NOTICE_DAYS_KEPT);
    await givenNotices(owner, 2, 'visits', NOTICE_DAYS_KEPT - 1);
    await running.app.get(NoticesUpkeep).forgetOld(new Date());
    expect((await list(owner)).items).toHaveLength(2);
  });

  test('goes with what was measured of a card, and with the account', async () => {
    const owner = await givenOwner('multi-cartes', 2);
    const [first = '', second = ''] = owner.slugs;
    await visit(first);
    await tell();
    await visit(second);
    await tell();
    await running.app.get(UsageErasure).eraseCard(owner.id, await cardId(owner, first));
    expect((await list(owner)).items).toMatchObject([{ path: `/visits?card=${second}` }]);
    const admin = { authorization: `Bearer ${running.config.adminToken}` };
    const { status } = await new Client(running.url).request(
      'DELETE',
      `/api/admin/accounts/${owner.id}`,
      undefined,
      admin,
    );
    expect(status).toBe(204);
    const [{ left }] = await running.dataSource.query(
      `SELECT (SELECT count(*) FROM notices WHERE account_id = $1)::integer
            + (SELECT count(*) FROM usage_news WHERE account_id = $1)::integer AS left`,
      [owner.id],
    );
    expect(left).toBe(0);
  });

  test('since a moment, oldest first, of what the features allow', async () => {
    const owner = await givenOwner();
    await givenNotices(owner, 3);
    await givenNotices(owner, 1, 'recommendation', 1);
    const all = await noticesSince(running.dataSource, owner.id, new Date(Date.now() - 2 * DAY_MS), [
      'usage.notifications',
      'referral',
    ]);
    expect(all.map(({ kind }) => kind)).toEqual(['recommendation', 'visits', 'visits', 'visits']);
    const [, second] = all;
    const later = await noticesSince(running.dataSource, owner.id, second?.at ?? new Date(), [
      'usage.notifications',
    ]);
    expect(later.map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id));
  });
});
