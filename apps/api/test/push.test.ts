import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type NewNotice, Notices } from '../src/notifications/notices/notices.js';
import { type PushNotice, PushNotices } from '../src/notifications/push/push-notices.js';
import { PushService } from '../src/notifications/push/push-service.js';
import { type RunningApp, startApp } from './support/app.js';
import { freshDatabase } from './support/database.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { recommend } from './support/recommend.js';
import { PushBrowser, type PushEndpoint, startPushEndpoint } from './support/push-endpoint.js';

const ROUTE = '/api/settings/push-subscriptions';

let running: RunningApp;
let other: RunningApp;
let service: PushEndpoint;

beforeAll(async () => {
  const database = await freshDatabase();
  // Two instances: whichever is first delivers.
  running = await startApp({}, database);
  other = await startApp({}, database);
  service = await startPushEndpoint(running, other);
});

interface Alerted extends GivenAccount {
  readonly browser: PushBrowser;
  readonly list: () => Promise<{ id: string; digest: string }[]>;
}

/** An account whose owner wants alerts in one browser. */
async function givenAlerted(
  plan: 'force-de-vente' | 'multi-cartes' = 'force-de-vente',
  language = 'fr',
): Promise<Alerted> {
  const account = await givenAccount(running, { plan, locale: language === 'en' ? 'en' : 'fr' });
  const client = await account.signIn();
  const browser = new PushBrowser(service);
  const { status } = await client.post(ROUTE, { ...browser.subscription }, { 'accept-language': language });
  expect(status).toBe(201);
  const list = async () => (await client.get(ROUTE)).body.subscriptions;
  return { ...account, browser, list };
}

const somePath = () => `/referrals/prospects/${randomUUID()}`;

async function notify(
  accountId: string,
  notice: PushNotice = { kind: 'recommendation', path: somePath() },
): Promise<PushNotice> {
  const notices = running.app.get(PushNotices);
  await running.dataSource.transaction((manager) => notices.notify(manager, accountId, notice));
  return notice;
}

interface QueuedAlert {
  state: string;
  startAfter: Date;
}

function alertsInQueue(accountId: string): Promise<QueuedAlert[]> {
  return running.dataSource.query(
    `SELECT state::text, start_after AS "startAfter" FROM pgboss.job
      WHERE name = 'push' AND data->>'accountId' = $1 AND state IN ('created', 'retry', 'active')`,
    [accountId],
  );
}

/** Once nothing of the account is on its way any more. */
async function settled(accountId: string): Promise<void> {
  await vi.waitFor(async () => expect(await alertsInQueue(accountId)).toEqual([]), { timeout: 50_000 });
}

async function notifyAndSettle(accountId: string): Promise<void> {
  await notify(accountId);
  await settled(accountId);
}

const countFor = ({ path }: PushBrowser): number =>
  service.received.filter((push) => push.path === path).length;

describe('an alert', () => {
  test('comes to every browser of the account, in its language, with nothing personal in it', async () => {
    const owner = await givenAlerted();
    const english = new PushBrowser(service);
    await (await owner.signIn()).post(ROUTE, { ...english.subscription }, { 'accept-language': 'en-GB' });
    const { path } = await notify(owner.id);
    for (const [browser, locale, title] of [
      [owner.browser, 'fr', 'Nouvelle recommandation'],
      [english, 'en', 'New referral'],
    ] as const) {
      const [push] = await service.pushesFor(browser, 1);
      // Exactly this: what a locked screen shows to whoever stands by.
      expect(push && browser.read(push)).toEqual({ kind: 'recommendation', title, locale, path });
    }
  });

  test('is urgent, worth three days, and signed by this server for that push service', async () => {
    const owner = await givenAlerted();
    await notify(owner.id);
    const [push] = await service.pushesFor(owner.browser, 1);
    const headers = push?.headers ?? {};
    expect(headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(Number(headers['ttl'])).toBeGreaterThan(2 * 86_400);
    expect(Number(headers['ttl'])).toBeLessThanOrEqual(3 * 86_400);
    expect(headers['topic']).toMatch(/^[\w-]{32}$/);
    const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(key).toBe(running.config.vapid.publicKey);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const half = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const publicKey = createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) },
      format: 'jwk',
    });
    const signed = Buffer.from(`${head}.${claims}`);
    const given = Buffer.from(signature, 'base64url');
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, given)).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: new URL(owner.browser.subscription.endpoint).origin,
      sub: 'mailto:bonjour@num-ecard.test',
    });
  });

  test('is sent if and only if what it tells of is stored', async () => {
    const owner = await givenAlerted();
    const notices = running.app.get(PushNotices);
    const undone = running.dataSource.transaction(async (manager) => {
      await notices.notify(manager, owner.id, { kind: 'recommendation', path: somePath() });
      throw new Error('not stored after all');
    });
    await expect(undone).rejects.toThrow('not stored after all');
    const { path } = await notify(owner.id);
    await settled(owner.id);
    const pushes = await service.pushesFor(owner.browser, 1);
    expect(pushes.map((push) => owner.browser.read(push).path)).toEqual([path]);
  });

  test('comes once, though two instances deliver', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    const browsers = [owner.browser, new PushBrowser(service), new PushBrowser(service)];
    for (const { subscription } of browsers) await client.post(ROUTE, { ...subscription });
    const sent = await Promise.all(Array.from({ length: 30 }, () => notify(owner.id)));
    await settled(owner.id);
    for (const browser of browsers) {
      const pushes = await service.pushesFor(browser, 30);
      const paths = pushes.map((push) => browser.read(push).path);
      expect(paths.toSorted()).toEqual(sent.map(({ path }) => path).toSorted());
    }
  });
});

test('a recommendation alerts its owner of nobody by name: not in what is sent, nor in the queue', async () => {
  const owner = await givenAlerted();
  const people = {
    ambassador: { name: 'Marc Petit', email: 'marc.petit@example.fr', phone: null },
    prospect: { name: 'Sophie Dubois', phone: '06 39 98 11 22', email: 'sophie.dubois@example.fr' },
    message: 'Elle cherche une maison à Tours',
  };
  expect((await recommend(running.url, owner.slugs[0] as string, people)).status).toBe(201);
  const [push] = await service.pushesFor(owner.browser, 1);
  if (push === undefined) throw new Error('no alert came');
  const payload = owner.browser.read(push);
  const client = await owner.signIn();
  const { body } = await client.get('/api/recommendations');
  expect(payload.path).toBe(`/referrals/prospects/${body.items[0].id}`);

  await settled(owner.id);
  const queued = await running.dataSource.query<object[]>(
    `SELECT data, output FROM pgboss.job WHERE name = 'push' AND data->>'accountId' = $1`,
    [owner.id],
  );
  expect(queued).toHaveLength(1);
  const said = JSON.stringify([payload, push.headers, push.path, queued]);
  for (const word of ['Marc', 'Petit', 'Sophie', 'Dubois', '@', '98 11 22', '639981122', 'maison']) {
    expect([word, said.includes(word)]).toEqual([word, false]);
  }
});

// Side by side, for most of it is waiting.
describe.concurrent('a push service that answers', () => {
  test('nothing at all holds up no other, and is asked again', async () => {
    const [stuck, owner] = [await givenAlerted(), await givenAlerted()];
    service.reply(stuck.browser, null);
    await notify(stuck.id);
    await service.pushesFor(stuck.browser, 1);
    await notify(owner.id);
    const [push] = await service.pushesFor(owner.browser, 1);
    // After ten seconds without an answer, and a pause.
    const [, again] = await service.pushesFor(stuck.browser, 2);
    expect(push?.at).toBeLessThan(again?.at ?? 0);
  });

  test.each([404, 410])('%i has its browser forgotten', async (status) => {
    const owner = await givenAlerted();
    service.reply(owner.browser, { status });
    await notifyAndSettle(owner.id);
    expect(await owner.list()).toEqual([]);
    await notifyAndSettle(owner.id);
    expect(countFor(owner.browser)).toBe(1);
  });

  test('429 is asked again when it says, not before', async () => {
    const owner = await givenAlerted();
    service.reply(owner.browser, { status: 429, retryAfter: '3' }, { status: 429, retryAfter: '1' });
    await notify(owner.id);
    const [first, second, third] = await service.pushesFor(owner.browser, 3);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_900);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThanOrEqual(900);
    await settled(owner.id);
    expect(countFor(owner.browser)).toBe(3);
    expect(await owner.list()).toHaveLength(1);
  });

  test('500 is asked again after growing pauses, and the browser stays', async () => {
    const owner = await givenAlerted();
    service.reply(owner.browser, { status: 500 }, { status: 503 });
    const { path } = await notify(owner.id);
    // How long it waits each time; the test does not wait as long.
    const pauses: number[] = [];
    for (const times of [1, 2]) {
      const refused = (await service.pushesFor(owner.browser, times)).at(-1)?.at ?? 0;
      await vi.waitFor(async () => expect((await alertsInQueue(owner.id))[0]?.state).toBe('retry'), 20_000);
      const [waiting] = await alertsInQueue(owner.id);
      pauses.push((waiting?.startAfter.getTime() ?? 0) - refused);
      await running.dataSource.query(
        `UPDATE pgboss.job SET start_after = now() WHERE name = 'push' AND data->>'accountId' = $1`,
        [owner.id],
      );
    }
    expect(pauses[0]).toBeGreaterThanOrEqual(4_900);
    expect(pauses[1]).toBeGreaterThanOrEqual(9_900);
    const pushes = await service.pushesFor(owner.browser, 3);
    await settled(owner.id);
    expect(pushes.map((push) => owner.browser.read(push).path)).toEqual([path, path, path]);
    expect(countFor(owner.browser)).toBe(3);
    expect(await owner.list()).toHaveLength(1);
  });

  test('403 is not asked again, and after five in a row the browser is forgotten', async () => {
    const owner = await givenAlerted();
    const refused = { status: 403 };
    service.reply(owner.browser, ...Array.from({ length: 4 }, () => refused), { status: 201 });
    for (let time = 0; time < 5; time += 1) await notifyAndSettle(owner.id);
    expect([countFor(owner.browser), (await owner.list()).length]).toEqual([5, 1]);
    // The one that was taken began the count anew.
    service.reply(owner.browser, ...Array.from({ length: 9 }, () => refused));
    for (let time = 0; time < 4; time += 1) await notifyAndSettle(owner.id);
    expect(await owner.list()).toHaveLength(1);
    await notifyAndSettle(owner.id);
    expect([countFor(owner.browser), (await owner.list()).length]).toEqual([10, 0]);
  });
});

describe('what the owner has chosen', () => {
  test('no alerts of that kind: none is sent', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    await client.request('PATCH', '/api/settings', { notifications: { recommendation: false } });
    await notifyAndSettle(owner.id);
    expect(countFor(owner.browser)).toBe(0);
  });

  test('another model: what it does not have alerts nobody', async () => {
    const owner = await givenAlerted('multi-cartes');
    await notifyAndSettle(owner.id);
    expect(countFor(owner.browser)).toBe(0);
  });

  test('quiet hours: the alert waits for their end, and comes', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    const end = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 2 * 3_600_000);
    const time = (at: Date) => at.toISOString().slice(11, 16);
    const quietHours = { from: time(new Date(end.getTime() - 4 * 3_600_000)), to: time(end) };
    await client.request('PATCH', '/api/settings', { timezone: 'UTC', notifications: { quietHours } });
    const { path } = await notify(owner.id);
    await vi.waitFor(
      async () => {
        expect(await alertsInQueue(owner.id)).toEqual([{ state: 'created', startAfter: end }]);
      },
      { timeout: 50_000 },
    );
    expect(countFor(owner.browser)).toBe(0);
    // The end comes early: the hours are over, and so is the wait.
    await client.request('PATCH', '/api/settings', { notifications: { quietHours: null } });
    await running.dataSource.query(
      `UPDATE pgboss.job SET start_after = now() WHERE name = 'push' AND data->>'accountId' = $1`,
      [owner.id],
    );
    const [push] = await service.pushesFor(owner.browser, 1);
    expect(push && owner.browser.read(push).path).toBe(path);
  });
});

describe('visits, unusual days and first visits by a link', () => {
  const NOTICES = [
    {
      notice: { kind: 'visits', path: '/visits?card=patrice', counts: { views: 3, clicks: 2 } },
      fr: {
        title: 'Votre carte est consultée',
        body: '3\u00a0visites, 2\u00a0clics sur vos boutons de contact',
      },
      en: { title: 'Your card is being looked at', body: '3 visits, 2 clicks on your contact buttons' },
      urgency: 'low',
      hours: 12,
      more: { tag: 'visits' },
    },
    {
      notice: { kind: 'unusual', path: '/trends?card=patrice', counts: { views: 1_036, factor: 3 } },
      fr: {
        title: 'Activité inhabituelle',
        body: "1\u202f036\u00a0visites, 3\u00a0fois plus que d'habitude",
      },
      en: { title: 'Unusual activity', body: '1,036 visits, 3 times as many as usual' },
      urgency: 'normal',
      hours: 24,
      more: {},
    },
    {
      notice: { kind: 'first-link-visit', path: '/sources?card=patrice', counts: {} },
      fr: { title: 'Première visite', body: 'Un de vos liens a reçu sa première visite' },
      en: { title: 'First visit', body: 'One of your links has had its first visit' },
      urgency: 'normal',
      hours: 24,
      more: {},
    },
  ] as const;

  test.each(NOTICES)('$notice.kind: in the words of the device, and worth so long', async (told) => {
    const owner = await givenAlerted('multi-cartes');
    const english = new PushBrowser(service);
    await (await owner.signIn()).post(ROUTE, { ...english.subscription }, { 'accept-language': 'en-GB' });
    await notify(owner.id, told.notice);
    const { kind, path } = told.notice;
    for (const [browser, locale] of [
      [owner.browser, 'fr'],
      [english, 'en'],
    ] as const) {
      const [push] = await service.pushesFor(browser, 1);
      expect(push && browser.read(push)).toEqual({ kind, path, locale, ...told[locale], ...told.more });
      expect(push?.headers['urgency']).toBe(told.urgency);
      const ttl = Number(push?.headers['ttl']);
      expect(ttl).toBeGreaterThan((told.hours - 1) * 3_600);
      expect(ttl).toBeLessThanOrEqual(told.hours * 3_600);
    }
  });

  test.each(NOTICES)('$notice.kind: 410 has its browser forgotten', async ({ notice }) => {
    const owner = await givenAlerted();
    service.reply(owner.browser, { status: 410 });
    await notify(owner.id, notice);
    await settled(owner.id);
    expect([countFor(owner.browser), await owner.list()]).toEqual([1, []]);
  });

  test.each(NOTICES)('$notice.kind: 429 and 500 are asked again, and the alert comes', async ({ notice }) => {
    const owner = await givenAlerted();
    service.reply(owner.browser, { status: 429, retryAfter: '1' }, { status: 500 });
    await notify(owner.id, notice);
    await settled(owner.id);
    const pushes = await service.pushesFor(owner.browser, 3);
    expect(pushes.map((push) => owner.browser.read(push).kind)).toEqual([
      notice.kind,
      notice.kind,
      notice.kind,
    ]);
    expect([countFor(owner.browser), (await owner.list()).length]).toEqual([3, 1]);
  });

  test.each([
    ['visits', 'visits'],
    ['unusual', 'unusual'],
    ['first-link-visit', 'firstLinkVisit'],
  ] as const)('%s: none is sent once it is switched off', async (kind, setting) => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    await client.request('PATCH', '/api/settings', { notifications: { [setting]: false } });
    await notify(owner.id, { kind, path: '/visits', counts: { views: 1, clicks: 0 } });
    await settled(owner.id);
    expect(countFor(owner.browser)).toBe(0);
  });

  const tell = (accountId: string, notice: NewNotice) =>
    running.dataSource.transaction((manager) => running.app.get(Notices).tell(manager, accountId, notice));

  test('of several cards say of how many', async () => {
    const owner = await givenAlerted('multi-cartes');
    const english = new PushBrowser(service);
    await (await owner.signIn()).post(ROUTE, { ...english.subscription }, { 'accept-language': 'en-GB' });
    const about = { path: '/cards', cardId: null };
    await tell(owner.id, { ...about, kind: 'visits', counts: { views: 3, clicks: 1, cards: 2 } });
    await tell(owner.id, { ...about, kind: 'unusual', counts: { views: 1_036, factor: 3, cards: 50 } });
    const said = async (browser: PushBrowser) =>
      (await service.pushesFor(browser, 2))
        .map((push) => browser.read(push))
        .toSorted((a, b) => b.kind.localeCompare(a.kind))
        .map(({ title, body }) => `${title}: ${body}`.replaceAll('\u00a0', ' '));
    expect(await said(owner.browser)).toEqual([
      'Vos cartes sont consultées: 3 visites, 1 clic sur vos boutons de contact, sur 2 cartes',
      "Activité inhabituelle: 50 cartes, au moins 3 fois plus de visites que d'habitude",
    ]);
    expect(await said(english)).toEqual([
      'Your cards are being looked at: 3 visits, 1 click on your contact buttons, on 2 cards',
      'Unusual activity: 50 cards, at least 3 times as many visits as usual',
    ]);
  });

  test('the first visits by two links of a card are two alerts, on the way to a device and on it', async () => {
    const owner = await givenAlerted();
    const [{ id: cardId }] = await running.dataSource.query(
      'SELECT card_id AS id FROM cards WHERE account_id = $1',
      [owner.id],
    );
    for (const link of ['salonly1', 'vitrine2'])
      await tell(owner.id, { kind: 'first-link-visit', path: '/sources?card=a', counts: { link }, cardId });
    const pushes = await service.pushesFor(owner.browser, 2);
    expect(new Set(pushes.map(({ headers }) => headers['topic'])).size).toBe(2);
    expect(new Set(pushes.map((push) => owner.browser.read(push).tag)).size).toBe(2);
  });

  test('of several gatherings a device that was away is sent the newest alone', async () => {
    const owner = await givenAlerted();
    const topicOf = async (path: string, count: number) => {
      await notify(owner.id, { kind: 'visits', path, counts: { views: 1, clicks: 0 } });
      return (await service.pushesFor(owner.browser, count)).at(-1)?.headers['topic'];
    };
    expect(await topicOf('/visits?card=a', 1)).toBe(await topicOf('/visits', 2));
  });

  test('twenty that come in quiet hours come as one after them, with the sum of their counts', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    const end = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 2 * 3_600_000);
    const time = (at: Date) => at.toISOString().slice(11, 16);
    const quietHours = { from: time(new Date(end.getTime() - 4 * 3_600_000)), to: time(end) };
    await client.request('PATCH', '/api/settings', { timezone: 'UTC', notifications: { quietHours } });
    for (let gathering = 0; gathering < 20; gathering += 1)
      await notify(owner.id, {
        kind: 'visits',
        path: gathering === 0 ? '/visits?card=a' : '/visits?card=b',
        counts: { views: 3, clicks: 1, cards: 1 },
      });
    const recommended = [await notify(owner.id), await notify(owner.id)];
    // One of each kind waits for the end, and nothing else is on its way.
    await vi.waitFor(
      async () =>
        expect(await alertsInQueue(owner.id)).toEqual([
          { state: 'created', startAfter: end },
          { state: 'created', startAfter: end },
        ]),
      { timeout: 50_000 },
    );
    expect(countFor(owner.browser)).toBe(0);
    await client.request('PATCH', '/api/settings', { notifications: { quietHours: null } });
    await running.dataSource.query(
      `UPDATE pgboss.job SET start_after = now() WHERE name = 'push' AND data->>'accountId' = $1`,
      [owner.id],
    );
    const pushes = (await service.pushesFor(owner.browser, 2)).map((push) => owner.browser.read(push));
    expect(pushes.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      {
        kind: 'recommendation',
        locale: 'fr',
        title: `${recommended.length} nouvelles recommandations`,
        path: '/referrals',
      },
      {
        kind: 'visits',
        locale: 'fr',
        title: 'Vos cartes sont consultées',
        body: '60\u00a0visites, 20\u00a0clics sur vos boutons de contact',
        path: '/visits',
        tag: 'visits',
      },
    ]);
    await settled(owner.id);
    expect(countFor(owner.browser)).toBe(2);
    const [{ held }] = await running.dataSource.query(
      'SELECT count(*)::integer AS held FROM push_held WHERE account_id = $1',
      [owner.id],
    );
    expect(held).toBe(0);
  });
});

describe('the browsers of an account', () => {
  test('are listed without what reaches them; the same one again changes nothing', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    const before = await client.get(ROUTE);
    expect(before.body.subscriptions).toEqual([
      {
        id: expect.any(String),
        browser: 'Safari',
        system: 'iOS',
        digest: owner.browser.digest,
        createdAt: expect.any(String),
      },
    ]);
    const again = await client.post(ROUTE, { ...owner.browser.subscription });
    expect([again.status, again.body]).toEqual([201, before.body.subscriptions[0]]);
    expect((await client.get(ROUTE)).body).toEqual(before.body);
    await notifyAndSettle(owner.id);
    expect(countFor(owner.browser)).toBe(1);
  });

  test('get no alert once they are removed, and those of another account are not there', async () => {
    const [owner, stranger] = [await givenAlerted(), await givenAlerted()];
    const client = await owner.signIn();
    const [own] = await owner.list();
    const [foreign] = await stranger.list();
    expect((await client.request('DELETE', `${ROUTE}/${foreign?.id}`)).status).toBe(404);
    expect((await client.request('DELETE', `${ROUTE}/${own?.id}`)).status).toBe(204);
    expect((await client.request('DELETE', `${ROUTE}/${own?.id}`)).status).toBe(404);
    expect([await owner.list(), (await stranger.list()).length]).toEqual([[], 1]);
    await notify(owner.id);
    await notify(stranger.id);
    await service.pushesFor(stranger.browser, 1);
    expect(countFor(owner.browser)).toBe(0);
  });

  test('go with whoever signs in: one browser never shows the alerts of two accounts', async () => {
    const [before, after] = [await givenAlerted(), await givenAlerted()];
    const client = await after.signIn();
    expect((await client.post(ROUTE, { ...before.browser.subscription })).status).toBe(201);
    expect(await before.list()).toEqual([]);
    expect((await after.list()).map(({ digest }) => digest)).toContain(before.browser.digest);
  });

  test('whose push service changes their endpoint keep their place and language', async () => {
    const owner = await givenAlerted('force-de-vente', 'en');
    const client = await owner.signIn();
    const [listed] = await owner.list();
    const renewed = new PushBrowser(service);
    const replaces = owner.browser.subscription.endpoint;
    const { body } = await client.post(ROUTE, { ...renewed.subscription, replaces });
    expect(body).toEqual({ ...listed, digest: renewed.digest });
    expect(await owner.list()).toEqual([body]);
    await notify(owner.id);
    const [push] = await service.pushesFor(renewed, 1);
    expect(push && renewed.read(push).title).toBe('New referral');
  });

  test('are twenty at most, also when they come at once', async () => {
    const owner = await givenAlerted();
    const client = await owner.signIn();
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => client.post(ROUTE, { ...new PushBrowser(service).subscription })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('conflict');
    expect(await owner.list()).toHaveLength(20);
  });

  test('are reached by the public Internet and have keys of the right form', async () => {
    const client = await (await givenAccount(running, { plan: 'force-de-vente' })).signIn();
    const { subscription } = new PushBrowser(service);
    const { keys } = subscription;
    for (const [path, wrong] of [
      ['endpoint', { endpoint: 'http://push.example.test/x' }],
      ['endpoint', { endpoint: 'https://localhost/x' }],
      ['endpoint', { endpoint: 'https://127.0.0.1:5432/x' }],
      ['endpoint', { endpoint: 'https://[::1]/x' }],
      ['endpoint', { endpoint: 'https://169.254.169.254/latest/meta-data' }],
      ['endpoint', { endpoint: 'https://10.0.0.7/x' }],
      ['endpoint', { endpoint: `https://push.example.test/${'x'.repeat(1000)}` }],
      ['endpoint', { endpoint: 'javascript:alert(1)' }],
      ['keys.p256dh', { keys: { ...keys, p256dh: `B${'A'.repeat(86)}` } }],
      ['keys.p256dh', { keys: { ...keys, p256dh: 'x' } }],
      ['keys.auth', { keys: { ...keys, auth: '' } }],
    ] as const) {
      const { status, body } = await client.post(ROUTE, { ...subscription, ...wrong });
      expect([wrong, status, body.errors?.[0].path]).toEqual([wrong, 400, path]);
    }
    expect((await client.get(ROUTE)).body.subscriptions).toEqual([]);
  });

  test('are for the models that have something to alert to, in person', async () => {
    const { subscription } = new PushBrowser(service);
    for (const plan of ['essentiel', 'premium'] as const) {
      const client = await (await givenAccount(running, { plan })).signIn();
      for (const [method, path, body] of [
        ['GET', '/api/settings/push-key'],
        ['GET', ROUTE],
        ['POST', ROUTE, { ...subscription }],
        ['DELETE', `${ROUTE}/${randomUUID()}`],
      ] as const) {
        const answer = await client.request(method, path, body);
        expect([plan, method, path, answer.status, answer.body.code]).toEqual([
          plan,
          method,
          path,
          403,
          'plan_required',
        ]);
      }
    }
    const client = await (await givenAccount(running, { plan: 'multi-cartes' })).signIn();
    expect((await client.get('/api/settings/push-key')).body).toEqual({
      key: running.config.vapid.publicKey,
    });
    const { body: made } = await client.post('/api/keys', { name: 'Tableur' });
    const byKey = await client.get(ROUTE, { authorization: `Bearer ${made.key}` });
    expect([byKey.status, byKey.body.code]).toEqual([403, 'forbidden']);
  });
});

test('an endpoint whose name leads to this machine is not connected to', async () => {
  let connections = 0;
  const inside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inside.listen(0, resolve));
  const { port } = inside.address() as AddressInfo;
  // The way out of an instance as it was built.
  const { agent } = (await startApp()).app.get(PushService);
  const code = await new Promise((resolve) => {
    request(`https://localhost:${port}/`, { agent }, () => resolve('answered'))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      .end();
  });
  inside.close();
  expect([code, connections]).toEqual(['ENOTPUBLIC', 0]);
});
