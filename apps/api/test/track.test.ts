import { randomUUID } from 'node:crypto';
import { MAX_EVENT_AGE_MS } from '@num-ecard/contracts/track';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { StoreUpkeep } from '../src/tracking/store/store-upkeep.js';
import { UsageMerging } from '../src/tracking/store/usage-merging.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, click, Client, view } from './support/client.js';
import { givenAccount, givenCard } from './support/given.js';

let running: RunningApp;
let visitor: Client;
let card: string;

beforeAll(async () => {
  running = await startApp();
  visitor = new Client(running.url);
  card = await givenCard(running);
});

async function storedEvents(): Promise<number> {
  const [row] = await running.dataSource.query<{ count: number }[]>(
    'SELECT (SELECT count(*) FROM tracking_events)::integer + (SELECT count(*) FROM tracking_event_ids)::integer AS count',
  );
  return row?.count ?? 0;
}

describe('what is stored', () => {
  test('every event is in the database before the answer, with its place in time', async () => {
    const visit = randomUUID();
    const before = Date.now();
    const { status, body } = await visitor.post(
      '/api/track',
      beacon(
        card,
        [
          {
            type: 'view',
            age: 60_000,
            url: `${running.url}/c/${card}?s=qr`,
            referrer: 'https://www.linkedin.com/',
          },
          click('phone', 1_000),
          { type: 'engagement', age: 0, engagedMs: 8_200.4 },
        ],
        visit,
      ),
    );
    expect([status, body]).toEqual([202, { accepted: 3, ignored: 0 }]);
    const events = await running.dataSource.query<Record<string, unknown>[]>(
      'SELECT type, target, engaged_ms, source, referrer_host, occurred_at FROM tracking_events WHERE visit_id = $1 ORDER BY occurred_at',
      [visit],
    );
    expect(events).toMatchObject([
      { type: 'view', target: null, engaged_ms: null, source: 'qr', referrer_host: null },
      { type: 'click', target: 'phone', source: null },
      { type: 'engagement', engaged_ms: 8_200 },
    ]);
    const ages = events.map(({ occurred_at }) => before - (occurred_at as Date).getTime());
    expect(Math.abs((ages[0] as number) - 60_000)).toBeLessThan(2_000);
    expect(Math.abs((ages[1] as number) - 1_000)).toBeLessThan(2_000);
  });

  test('a visit’s place and device are those of the client behind the trusted proxy; a forged header moves nobody', async () => {
    const direct = await startApp({ TRUSTED_PROXIES: '' }, running.config.databaseUrl);
    // An address in Johannesburg, as far as the packaged database goes.
    const forwarded = { 'x-forwarded-for': '8.8.8.8, 197.242.144.1' };
    const placeAt = async (url: string): Promise<unknown> => {
      const visit = randomUUID();
      await new Client(url).post('/api/track', beacon(card, [view()], visit), forwarded);
      const [row] = await running.dataSource.query<unknown[]>(
        'SELECT country, region, device, browser, system FROM tracking_events WHERE visit_id = $1',
        [visit],
      );
      return row;
    };
    const phone = { device: 'phone', browser: 'Safari', system: 'iOS' };
    expect(await placeAt(running.url)).toEqual({ country: 'ZA', region: 'ZA-GP', ...phone });
    expect(await placeAt(direct.url)).toEqual({ country: null, region: null, ...phone });
  });

  test('an id counts once: in one request, in two, and in twenty at the same time', async () => {
    const owner = await givenAccount(running);
    const [slug = ''] = owner.slugs;
    const id = randomUUID();
    const twice = await visitor.post(
      '/api/track',
      beacon(slug, [
        { ...click('email'), id },
        { ...click('email', 5), id },
      ]),
    );
    expect(twice.body).toEqual({ accepted: 1, ignored: 1 });
    const again = beacon(slug, [{ ...click('email', 900), id: id.toUpperCase() }, click('phone')]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.post('/api/track', again)));
    const accepted = answers.reduce((sum, { body }) => sum + body.accepted, 0);
    expect(accepted).toBe(1);
    const { body } = await (await owner.signIn()).get(`/api/cards/${slug}/stats/summary`);
    expect(body.clicks).toMatchObject({ total: 2, today: 2 });
  });

  test('two instances on one database count each event once', async () => {
    const other = await startApp({}, running.config.databaseUrl);
    const requests = Array.from({ length: 30 }, () => beacon(card, [view(), click('phone')]));
    const clients = [visitor, new Client(other.url)];
    const answers = await Promise.all(
      [...requests, ...requests].map((request, index) =>
        (clients[index % 2] as Client).post('/api/track', request),
      ),
    );
    expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(60);
    expect(answers.reduce((sum, { body }) => sum + body.ignored, 0)).toBe(60);
  });

  test('the rollups equal a recount of the events, in the account’s own days', async () => {
    // Where the last 22 hours are of two days: late in the evening in Auckland it is early in Los Angeles.
    const hour = new Date().getUTCHours();
    const timezone = hour >= 8 && hour < 13 ? 'America/Los_Angeles' : 'Pacific/Auckland';
    const owner = await givenAccount(running, { timezone });
    const [slug = ''] = owner.slugs;
    const spread = Array.from({ length: 48 }, (_, index) => [
      view(index * 1_700_000),
      click('email', index * 1_700_000),
    ]);
    for (const events of spread) await visitor.post('/api/track', beacon(slug, events));
    await running.app.get(UsageMerging).settle(owner.id);
    const days = await running.dataSource.query<unknown[]>(
      `SELECT day::text, views, clicks FROM usage_days WHERE account_id = $1 ORDER BY day`,
      [owner.id],
    );
    const recount = await running.dataSource.query<unknown[]>(
      `SELECT (occurred_at AT TIME ZONE $2)::date::text AS day,
              count(*) FILTER (WHERE type = 'view')::integer AS views,
              count(*) FILTER (WHERE type = 'click')::integer AS clicks
         FROM tracking_events WHERE account_id = $1 GROUP BY 1 ORDER BY 1`,
      [owner.id, timezone],
    );
    expect(days).toEqual(recount);
    expect(days.length).toBeGreaterThanOrEqual(2);
  });
});

test('an id is known for 48 hours, then forgotten', async () => {
  const owner = await givenAccount(running);
  const sent = beacon(owner.slugs[0] as string, [view()]);
  await visitor.post('/api/track', sent);
  const upkeep = running.app.get(StoreUpkeep);
  const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
  await upkeep.forgetEventIds(inHours(47.9));
  expect((await visitor.post('/api/track', sent)).body).toEqual({ accepted: 0, ignored: 1 });
  await upkeep.forgetEventIds(inHours(48.1));
  const [row] = await running.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::integer FROM tracking_event_ids',
  );
  expect(row?.count).toBe(0);
});

describe('who is not counted', () => {
  const ignored = { accepted: 0, ignored: 1 };

  test.each([
    [
      'a crawler',
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    ],
    ['a link preview', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['a page loaded ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['who does not say what it is', { 'user-agent': '' }],
    ['Do Not Track', { dnt: '1' }],
    ['Global Privacy Control', { 'sec-gpc': '1' }],
  ])('%s', async (_, headers) => {
    const { status, body } = await visitor.post('/api/track', beacon(card, [view()]), headers);
    expect([status, body]).toEqual([202, ignored]);
  });

  test('the owner while signed in, but not another account’s owner', async () => {
    const owner = await givenAccount(running);
    const [own = ''] = owner.slugs;
    const signedIn = await owner.signIn();
    expect((await signedIn.post('/api/track', beacon(own, [view()]))).body).toEqual(ignored);
    expect((await signedIn.post('/api/track', beacon(card, [view()]))).body).toEqual({
      accepted: 1,
      ignored: 0,
    });
    await signedIn.post('/api/auth/sign-out', {});
    expect((await signedIn.post('/api/track', beacon(own, [view()]))).body).toEqual({
      accepted: 1,
      ignored: 0,
    });
  });

  test('who opted out on the card, until they opt in again', async () => {
    const person = new Client(running.url);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const out = await person.post(`/c/${card}/privacy`, 'choice=out', form);
    expect([out.status, out.headers.get('location')]).toEqual([303, `/c/${card}/privacy?done=out`]);
    expect((await person.get(`/c/${card}`)).body).not.toContain('t.js');
    expect((await person.post('/api/track', beacon(card, [view()]))).body).toEqual(ignored);
    await person.post(`/c/${card}/privacy`, 'choice=in', form);
    expect((await person.get(`/c/${card}`)).body).toContain('t.js');
    expect((await person.post('/api/track', beacon(card, [view()]))).body.accepted).toBe(1);
  });
});

describe('from any origin', () => {
  test('text/plain needs no preflight, and errors can be read too', async () => {
    const origin = { origin: 'https://elsewhere.example', 'content-type': 'text/plain;charset=UTF-8' };
    const good = await visitor.post('/api/track', JSON.stringify(beacon(card, [view()])), origin);
    const bad = await visitor.post('/api/track', '{', origin);
    expect([good.status, bad.status]).toEqual([202, 400]);
    for (const { headers } of [good, bad]) expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test('a preflight is answered', async () => {
    const { status, headers } = await visitor.request('OPTIONS', '/api/track', undefined, {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toContain('content-type');
  });
});

describe('what is refused', () => {
  const good = (): ReturnType<typeof beacon> => beacon(card, [view()]);
  const withEvent = (event: object): object => ({ ...good(), events: [{ id: randomUUID(), ...event }] });

  const refused: readonly [string, number, string, () => string | object, string?][] = [
    ['malformed JSON', 400, 'validation_failed', () => '{"card":'],
    ['no JSON object', 400, 'validation_failed', () => '"patrice"'],
    ['an empty body', 400, 'validation_failed', () => ''],
    ['wrong types', 400, 'validation_failed', () => ({ card: 7, visit: [], events: {} })],
    ['no events', 400, 'validation_failed', () => ({ ...good(), events: [] })],
    [
      '51 events',
      400,
      'validation_failed',
      () =>
        beacon(
          card,
          Array.from({ length: 51 }, () => view()),
        ),
    ],
    ['a future event', 400, 'validation_failed', () => withEvent({ type: 'view', age: -1 })],
    ['a 25-hour-old event', 400, 'validation_failed', () => withEvent({ type: 'view', age: 25 * 3_600_000 })],
    ['an endless age', 400, 'validation_failed', () => '{"card":"patrice","visit":1e999}'],
    ['an unknown type', 400, 'validation_failed', () => withEvent({ type: 'purchase', age: 0 })],
    ['a 10 KB target', 400, 'validation_failed', () => withEvent({ ...click('a'.repeat(10_240)) })],
    ['a NUL in a target', 400, 'validation_failed', () => withEvent(click('phone\u0000'))],
    [
      'a NUL in an address',
      400,
      'validation_failed',
      () => withEvent({ ...view(), url: 'https://a.test/\u0000' }),
    ],
    [
      'a lone surrogate',
      400,
      'validation_failed',
      () => withEvent({ ...view(), referrer: 'https://a.test/\ud800' }),
    ],
    ['a hostile slug', 400, 'validation_failed', () => ({ ...good(), card: "x' OR 1=1" })],
    ['a polluted prototype', 400, 'validation_failed', () => '{"__proto__":{"card":"x"},"card":"x"}'],
    ['an unknown card', 404, 'not_found', () => ({ ...good(), card: 'nobody-has-this' })],
    ['17 KiB', 413, 'payload_too_large', () => JSON.stringify({ ...good(), filler: 'x'.repeat(17 * 1024) })],
    ['a form', 415, 'unsupported_media_type', () => 'card=patrice', 'application/x-www-form-urlencoded'],
    ['no known type', 415, 'unsupported_media_type', () => '<beacon/>', 'application/xml'],
  ];

  test.each(refused)(
    '%s: %i %s, nothing stored',
    async (_, status, code, body, type = 'application/json') => {
      const before = await storedEvents();
      const sent = body();
      const answer = await visitor.post(
        '/api/track',
        typeof sent === 'string' ? sent : JSON.stringify(sent),
        {
          'content-type': type,
        },
      );
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status, code });
      expect(answer.status).toBe(status);
      if (code === 'validation_failed') expect(answer.body.errors).not.toHaveLength(0);
      expect(await storedEvents()).toBe(before);
    },
  );

  test('one bad event refuses the whole request and is named by its path', async () => {
    const before = await storedEvents();
    const { body } = await visitor.post(
      '/api/track',
      beacon(card, [view(), click('phone'), click('Téléphone')]),
    );
    expect(body.errors).toEqual([{ path: 'events.2.target', message: expect.any(String) }]);
    expect(await storedEvents()).toBe(before);
  });

  test('whatever is sent, the answer is 202 or a 4xx problem, and only a 202 stores', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('phone', 'qr', '\u0000', '\ud800'),
    );
    const number = fc.oneof(
      { weight: 6, arbitrary: fc.nat(MAX_EVENT_AGE_MS) },
      fc.double(),
      fc.constantFrom(0, -1, MAX_EVENT_AGE_MS, MAX_EVENT_AGE_MS + 1),
    );
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 30, arbitrary: value }, fc.anything());
    const event = fc.record(
      {
        id: maybe(fc.uuid()),
        type: maybe(fc.constantFrom('view', 'click', 'engagement')),
        age: maybe(number),
        target: maybe(fc.oneof(text, fc.stringMatching(/^[a-z]{1,64}$/))),
        url: maybe(fc.oneof(text, fc.webUrl())),
        referrer: maybe(fc.oneof(text, fc.webUrl())),
        engagedMs: maybe(number),
      },
      { requiredKeys: [] },
    );
    const request = fc.record({
      card: maybe(fc.oneof({ weight: 9, arbitrary: fc.constant(card) }, text)),
      visit: maybe(fc.uuid()),
      events: maybe(fc.array(event, { maxLength: 4 })),
    });
    const body = fc.oneof(
      {
        weight: 6,
        arbitrary: request.map(
          (value) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? 1 : v)) ?? '',
        ),
      },
      { weight: 1, arbitrary: text },
    );
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('application/json', 'text/plain'), async (sent, type) => {
        const before = await storedEvents();
        const answer = await visitor.post('/api/track', sent, { 'content-type': type });
        const stored = (await storedEvents()) - before;
        statuses.add(answer.status);
        if (answer.status === 202) {
          expect(stored).toBe(2 * answer.body.accepted);
        } else {
          expect([400, 404, 413, 415]).toContain(answer.status);
          expect(answer.headers.get('content-type')).toContain('application/problem+json');
          expect(stored).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
    // Neither side of the property was empty.
    expect([...statuses]).toEqual(expect.arrayContaining([202, 400]));
  });
});
