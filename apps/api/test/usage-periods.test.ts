/**
 * What the statistics may be asked and by whom: periods, models, cards, named links. Whether the figures are right is the
 * matter of `usage-exact.test.ts`.
 */
import { PLANS, planHas } from '@num-ecard/contracts/plans';
import { UsageCards, UsageCross } from '@num-ecard/contracts/usage';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, Client, click, view } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { readQr } from './support/read-qr.js';

const OF_A_CARD = [
  ['trends', 'usage.trends'],
  ['geography', 'usage.geography'],
  ['sources', 'usage.sources'],
  ['engagement', 'usage.full'],
  ['clicks', 'usage.full'],
  ['devices', 'usage.full'],
  ['hours', 'usage.full'],
  ['visits', 'usage.full'],
  ['filtered', 'usage.full'],
] as const;
const OF_ALL_CARDS = OF_A_CARD.map(([name]) => name);
const SQL = "'; DROP TABLE accounts; --";

interface Route {
  /** With a query begun. */
  readonly path: string;
  readonly feature: string;
}

let running: RunningApp;
let owner: GivenAccount;
let client: Client;

beforeAll(async () => {
  running = await startApp();
  owner = await givenAccount(running, { plan: 'multi-cartes', cards: 3 });
  client = await owner.signIn();
});

/** Every route that takes a period. */
function periodRoutes({ slugs }: GivenAccount): Route[] {
  return [
    ...OF_A_CARD.map(([name, feature]) => ({ path: `/api/cards/${slugs[0]}/stats/${name}?`, feature })),
    ...OF_ALL_CARDS.map((name) => ({
      path: `/api/stats/consolidated/${name}?`,
      feature: 'usage.consolidated',
    })),
    { path: '/api/stats/cards?', feature: 'usage.cross' },
    { path: '/api/stats/cross?by=source&', feature: 'usage.cross' },
  ];
}

const query = (parts: Readonly<Record<string, string>>): string => new URLSearchParams(parts).toString();

/** The paths that an answer names. */
async function refusedPaths(path: string): Promise<readonly [string, number, string, string[]]> {
  const { status, body } = await client.get(path);
  const errors = (body.errors ?? []) as { path: string }[];
  return [path, status, body.code, [...new Set(errors.map((error) => error.path))]];
}

describe('a period', () => {
  test.each([
    ['from after to', query({ from: '2026-11-23', to: '2026-11-22' }), ['from', 'to']],
    ['10,000 days', query({ from: '2000-01-01', to: '2027-05-18' }), ['from', 'to']],
    ['801 days', query({ from: '2026-01-01', to: '2028-03-11' }), ['from', 'to']],
    ['too long ago', query({ from: '2001-01-01' }), ['from']],
    ['from after today', query({ from: '2199-01-01' }), ['from']],
    ['30 February', query({ from: '2026-02-30', to: '2026-03-05' }), ['from']],
    ['29 February of a common year', query({ to: '2027-02-29' }), ['to']],
    ['a time', query({ from: '2026-11-23T00:00:00Z' }), ['from']],
    ['the year nought', query({ from: '0000-01-01', to: '0000-01-02' }), ['from', 'to']],
    ['nothing', 'from=&to=', ['from', 'to']],
    ['twice', 'from=2026-11-01&from=2026-11-02', ['from']],
    ['twice, the same', 'to=2026-11-01&to=2026-11-01', ['to']],
    ['SQL', query({ from: SQL, to: SQL }), ['from', 'to']],
    ['a NUL', 'from=2026-11-01%00', ['from']],
  ])('%s is refused by every statistic, by name', async (_, wrong, paths) => {
    for (const { path } of periodRoutes(owner)) {
      expect(await refusedPaths(path + wrong)).toEqual([path + wrong, 400, 'validation_failed', paths]);
    }
  });

  test('every other part is refused by name as well', async () => {
    const first = owner.slugs[0] ?? '';
    const tooMany = Array.from({ length: 501 }, (_, index) => `card-${index}`).join(',');
    const wrong: [string, string, string[]][] = periodRoutes(owner)
      .filter(({ path }) => !path.includes('visits'))
      .flatMap(({ path }) =>
        ['last', SQL, ''].map((value) => [path, query({ compare: value }), ['compare']]),
      );
    for (const path of [`/api/cards/${first}/stats/trends?`, '/api/stats/consolidated/trends?']) {
      for (const interval of ['hour', 'toString', SQL, ''])
        wrong.push([path, query({ interval }), ['interval']]);
      wrong.push([path, 'interval=day&interval=week', ['interval']]);
    }
    for (const by of ['browser', '__proto__', SQL, ''])
      wrong.push(['/api/stats/cross?', query({ by }), ['by']]);
    wrong.push(['/api/stats/cross?', '', ['by']], ['/api/stats/cross?', 'by=source&by=city', ['by']]);
    for (const name of ['summary', ...OF_ALL_CARDS]) {
      for (const cards of ['', ',', `${first},`, 'Not A Slug', SQL, tooMany])
        wrong.push([`/api/stats/consolidated/${name}?`, query({ cards }), ['cards']]);
      wrong.push([`/api/stats/consolidated/${name}?`, `cards=${first}&cards=${first}`, ['cards']]);
    }
    for (const path of [`/api/cards/${first}/stats/visits?`, '/api/stats/consolidated/visits?']) {
      for (const limit of ['0', '101', '1.5', SQL, '']) wrong.push([path, query({ limit }), ['limit']]);
      for (const cursor of ['next', SQL, '1.2', '']) wrong.push([path, query({ cursor }), ['cursor']]);
    }
    for (const [path, part, paths] of wrong) {
      expect(await refusedPaths(path + part)).toEqual([path + part, 400, 'validation_failed', paths]);
    }
  });

  test('says which days it was, and what it was compared with', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
    for (const { path } of periodRoutes(owner)) {
      const { body } = await client.get(path);
      expect(body.period.to).toBe(today);
      expect((Date.parse(body.period.to) - Date.parse(body.period.from)) / 86_400_000).toBe(29);
      expect(body.previous).toBeUndefined();
      const month = await client.get(`${path}from=2026-03-01&to=2026-03-31&compare=year`);
      expect([path, month.status, month.body.period]).toEqual([
        path,
        200,
        { from: '2026-03-01', to: '2026-03-31' },
      ]);
      if (path.includes('visits')) continue;
      const { previous, ...answer } = month.body;
      expect(previous.period).toEqual({ from: '2025-03-01', to: '2025-03-31' });
      expect(Object.keys(previous)).toEqual(Object.keys(answer));
    }
  });

  test('may be of any time, and what nobody knows is ignored', async () => {
    for (const { path } of periodRoutes(owner)) {
      for (const days of [
        'from=1900-01-01&to=1900-01-03',
        'to=2999-12-31',
        'from=2999-12-01&to=2999-12-31',
      ]) {
        const { status, body } = await client.get(`${path}${days}&compare=previous&colour=blue&from[gte]=x`);
        expect([path, days, status, body.errors]).toEqual([path, days, 200, undefined]);
      }
    }
  });

  test('has every day, week and month of it', async () => {
    const starts = async (interval: string): Promise<string[]> => {
      const path = `/api/cards/${owner.slugs[0]}/stats/trends?from=2027-12-30&to=2028-03-01&interval=${interval}`;
      return (await client.get(path)).body.points.map(({ start }: { start: string }) => start);
    };
    expect(await starts('day')).toHaveLength(63);
    expect((await starts('week')).slice(0, 2)).toEqual(['2027-12-27', '2028-01-03']);
    expect(await starts('month')).toEqual(['2027-12-01', '2028-01-01', '2028-02-01', '2028-03-01']);
  });
});

test('each model gets what it was sold, and is told which have the rest', async () => {
  for (const plan of PLANS) {
    const account = await givenAccount(running, { plan });
    const signedIn = await account.signIn();
    const routes: Route[] = [
      ...periodRoutes(account),
      { path: `/api/cards/${account.slugs[0]}/stats/summary`, feature: 'usage.summary' },
      { path: '/api/stats/consolidated/summary', feature: 'usage.consolidated' },
      { path: `/api/cards/${account.slugs[0]}/links`, feature: 'usage.sources' },
    ];
    for (const { path, feature } of routes) {
      const { status, body } = await signedIn.get(path);
      const wanted = planHas(plan, feature) ? [200, undefined] : [403, feature];
      expect([plan, path, status, body.feature]).toEqual([plan, path, ...wanted]);
    }
    // Not even what is wrong with a question is told to a model that may not ask it.
    const { status } = await signedIn.get('/api/stats/cross?by=nothing');
    expect(status).toBe(planHas(plan, 'usage.cross') ? 400 : 403);
  }
});

describe('cards', () => {
  test('another’s is not found, however it is asked for', async () => {
    const other = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
    const [own = ''] = owner.slugs;
    const [foreign = ''] = other.slugs;
    const paths = [
      ...OF_A_CARD.map(([name]) => `/api/cards/${foreign}/stats/${name}`),
      `/api/cards/${foreign}/links`,
      ...['summary', ...OF_ALL_CARDS].flatMap((name) =>
        [foreign, `${own},${foreign}`, 'no-such-card'].map(
          (cards) => `/api/stats/consolidated/${name}?cards=${cards}`,
        ),
      ),
      `/api/stats/cross?by=city&cards=${foreign}`,
    ];
    const bodies = new Set<string>();
    for (const path of paths) {
      const { status, body } = await client.get(path);
      expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
      bodies.add(JSON.stringify(body));
    }
    expect(bodies).toHaveLength(1);
  });

  test('can be narrowed to some, and each is a row of its own', async () => {
    const account = await givenAccount(running, { plan: 'multi-cartes', cards: 3 });
    const signedIn = await account.signIn();
    const [first = '', second = '', third = ''] = account.slugs;
    for (const [slug, count] of [
      [first, 1],
      [second, 2],
    ] as const) {
      for (let index = 0; index < count; index += 1) {
        const { status } = await new Client(running.url).post(
          '/api/track',
          beacon(slug, [view(), click('phone')]),
        );
        expect(status).toBe(202);
      }
    }
    const views = async (cards: string): Promise<unknown[]> => {
      const trends = await signedIn.get(`/api/stats/consolidated/trends?${cards}`);
      const summary = await signedIn.get(`/api/stats/consolidated/summary?${cards}`);
      return [trends.body.totals.views, summary.body.views, summary.body.clicks.today];
    };
    expect(await views('')).toEqual([3, { total: 3, today: 3 }, 3]);
    expect(await views(`cards=${second},${third}`)).toEqual([2, { total: 2, today: 2 }, 2]);
    expect(await views(`cards=${third},${third}`)).toEqual([0, { total: 0, today: 0 }, 0]);
    const { body } = await signedIn.get('/api/stats/cross?by=target');
    // It is sent unchecked.
    expect(UsageCross.parse(body)).toEqual(body);
    expect(body.columns).toEqual([{ key: 'phone', label: 'Téléphone', total: 3 }]);
    expect(
      body.rows.map(({ card, total }: { card: { slug: string }; total: number }) => [card.slug, total]),
    ).toEqual([
      [second, 2],
      [first, 1],
      [third, 0],
    ]);
    const compared = await signedIn.get('/api/stats/cards?compare=previous&interval=week');
    expect(UsageCards.parse(compared.body)).toEqual(compared.body);
    const told = ({ card, views: seen, clicks, series }: UsageCards['rows'][number]) => [
      card.slug,
      seen,
      clicks,
      series.length === compared.body.starts.length && series.at(-1),
    ];
    expect(compared.body.rows.map(told)).toEqual([
      [second, 2, 2, 2],
      [first, 1, 1, 1],
      [third, 0, 0, 0],
    ]);
    expect(compared.body.previous.rows).toHaveLength(3);
  });
});

describe('named links', () => {
  interface Link {
    readonly code: string;
    readonly label: string;
  }

  test('are made, counted by their own code and QR code, and stay counted when they are deleted', async () => {
    const account = await givenAccount(running, { plan: 'premium' });
    const signedIn = await account.signIn();
    const [slug = ''] = account.slugs;
    const links = `/api/cards/${slug}/links`;
    const made = await signedIn.post(links, { label: '  Salon de Lyon ' });
    expect(made.status).toBe(201);
    const { code, url, qrSvg, qrPng } = made.body;
    expect(made.body).toMatchObject({ label: 'Salon de Lyon', url: `${running.url}/c/${slug}?k=${code}` });
    expect(code).toMatch(/^[a-z0-9]{7}$/);

    const again = await signedIn.post(links, { label: 'salon de lyon' });
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
    const { body: second } = await signedIn.post(links, { label: 'Vitrine' });
    const listed = await signedIn.get(links);
    expect(listed.body.links.map((link: Link) => link.label)).toEqual(['Vitrine', 'Salon de Lyon']);

    const png = await fetch(qrPng);
    expect(png.headers.get('content-disposition')).toBe(`inline; filename="${slug}-qr-${code}.png"`);
    expect(readQr(Buffer.from(await png.arrayBuffer()))?.data).toBe(url);
    const svg = await fetch(qrSvg);
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);

    const visitor = new Client(running.url);
    await visitor.post('/api/track', beacon(slug, [{ ...view(), url }, click('phone')]));
    const found = async (): Promise<unknown> => {
      const { body } = await signedIn.get(`/api/cards/${slug}/stats/sources`);
      return body.links.map(({ label, deleted, views, clicks }: Link & Record<string, unknown>) => [
        label,
        deleted,
        views,
        clicks,
      ]);
    };
    expect(await found()).toEqual([
      ['Salon de Lyon', false, 1, 1],
      ['Vitrine', false, 0, 0],
    ]);
    expect((await signedIn.request('DELETE', `${links}/${code}`)).status).toBe(204);
    expect((await signedIn.request('DELETE', `${links}/${second.code}`)).status).toBe(204);
    expect((await signedIn.request('DELETE', `${links}/${code}`)).status).toBe(404);
    expect(await found()).toEqual([[code, true, 1, 1]]);
    expect((await signedIn.get(links)).body).toEqual({ links: [] });
  });

  test('refuse what is no label and no code', async () => {
    const links = `/api/cards/${owner.slugs[0]}/links`;
    for (const label of ['', '   ', 'x'.repeat(81), 'a\u0000b', 'two\nlines', 7, null, ['Salon']]) {
      const { status, body } = await client.post(links, { label });
      expect([label, status, body.errors[0].path]).toEqual([label, 400, 'label']);
    }
    for (const code of ['nothing', '%00', 'x%27--', 'x'.repeat(40)]) {
      expect([code, (await client.request('DELETE', `${links}/${code}`)).status]).toEqual([code, 404]);
    }
    for (const file of ['qr.svg', 'qr.png']) {
      for (const k of ['', '<b>', 'x'.repeat(33), '%0d%0a', 'a&k=b']) {
        const { status, body } = await new Client(running.url).get(`/c/${owner.slugs[0]}/${file}?k=${k}`);
        expect([file, k, status, body.errors[0].path]).toEqual([file, k, 400, 'k']);
      }
    }
  });

  test('one label is one link, though it is asked for many times at once', async () => {
    const links = `/api/cards/${owner.slugs[1]}/links`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => client.post(links, { label: 'Salon de Nantes' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409, 409, 409,
    ]);
  });

  test('are at most 200 on a card', async () => {
    const [, , slug = ''] = owner.slugs;
    await running.dataSource.query(
      `INSERT INTO named_links (account_id, card_id, code, label)
       SELECT account_id, card_id, 'code' || n, 'Salon ' || n FROM cards, generate_series(1, 199) AS n WHERE slug = $1`,
      [slug],
    );
    expect((await client.post(`/api/cards/${slug}/links`, { label: 'The last' })).status).toBe(201);
    const { status, body } = await client.post(`/api/cards/${slug}/links`, { label: 'One more' });
    expect([status, body.code]).toEqual([409, 'conflict']);
  });
});

test('the QR code without a link carries `s=qr`, and has a name to be saved under', async () => {
  const [slug = ''] = owner.slugs;
  const png = await fetch(`${running.url}/c/${slug}/qr.png`);
  expect(png.headers.get('content-disposition')).toBe(`inline; filename="${slug}-qr.png"`);
  expect(readQr(Buffer.from(await png.arrayBuffer()))?.data).toBe(`${running.url}/c/${slug}?s=qr`);
});

test('visits come page by page, latest first, with what is known of them', async () => {
  const account = await givenAccount(running, { plan: 'force-de-vente' });
  const signedIn = await account.signIn();
  const [slug = ''] = account.slugs;
  const url = `${running.url}/c/${slug}?s=nfc`;
  for (const age of [3_000, 2_000, 1_000]) {
    const events = [
      { ...view(age), url },
      click('email', age - 500),
      click('email', age - 600),
      click('phone', age - 700),
    ];
    // An address in Île-de-France.
    const from = { 'x-forwarded-for': '194.206.96.1' };
    expect((await new Client(running.url).post('/api/track', beacon(slug, events), from)).status).toBe(202);
  }
  const path = `/api/cards/${slug}/stats/visits?limit=2`;
  const first = (await signedIn.get(path)).body;
  const last = (await signedIn.get(`${path}&cursor=${first.next}`)).body;
  expect([first.visits.length, last.visits.length, last.next]).toEqual([2, 1, null]);
  const times = [...first.visits, ...last.visits].map(({ at }: { at: string }) => at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(last.visits[0]).toMatchObject({
    source: 'nfc',
    link: null,
    referrer: null,
    place: { country: 'FR', countryName: 'France', region: 'FR-IDF', regionName: 'Île-de-France' },
    device: 'phone',
    browser: 'Safari',
    system: 'iOS',
    clicks: [
      { target: 'email', clicks: 2 },
      { target: 'phone', clicks: 1 },
    ],
  });
});

test('what has a name is called by it in the language that is asked for, else in the account’s', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
  const [slug = ''] = account.slugs;
  await new Client(running.url).post('/api/track', beacon(slug, [view(), click('phone')]));
  const signedIn = await account.signIn();
  const named = async (language?: string): Promise<string> => {
    const headers = language === undefined ? {} : { 'accept-language': language };
    return (await signedIn.get('/api/stats/cross?by=target', headers)).body.columns[0].label;
  };
  expect([await named(), await named('en-GB,fr;q=0.5'), await named('de')]).toEqual([
    'Téléphone',
    'Phone',
    'Téléphone',
  ]);
});

test('what was not counted is told with its reason', async () => {
  const account = await givenAccount(running, { plan: 'force-de-vente' });
  const signedIn = await account.signIn();
  const [slug = ''] = account.slugs;
  const preview = new Client(running.url, { 'user-agent': 'WhatsApp/2.23.20.0 A' });
  await preview.post('/api/track', beacon(slug, [view()]));
  await signedIn.post('/api/track', beacon(slug, [view(), click('phone')]));
  const { body } = await signedIn.get(`/api/cards/${slug}/stats/filtered`);
  expect([body.views, body.clicks]).toEqual([2, 1]);
  expect(body.reasons).toEqual([
    { reason: 'bot', views: 0, clicks: 0 },
    { reason: 'preview', views: 1, clicks: 0 },
    { reason: 'prefetch', views: 0, clicks: 0 },
    { reason: 'owner', views: 1, clicks: 1 },
    { reason: 'opted_out', views: 0, clicks: 0 },
  ]);
});

test('the OpenAPI document says what is asked, answered and refused', async () => {
  const { body } = await client.get('/api/openapi.json');
  const { get } = body.paths['/api/stats/cross'];
  expect(get.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'from',
    'to',
    'compare',
    'cards',
    'by',
  ]);
  expect(get.responses['default'].content['application/problem+json'].schema).toEqual({
    $ref: '#/components/schemas/Problem',
  });
  expect(body.components.schemas.Problem.required).toContain('code');
  const credentials = (path: string, method: string): string[] =>
    (body.paths[path][method].security ?? []).flatMap((one: object) => Object.keys(one)).toSorted();
  expect(credentials('/api/stats/cross', 'get')).toEqual(['apiKey', 'session']);
  expect(credentials('/api/cards/{card}/links', 'post')).toEqual(['session']);
  expect(credentials('/api/admin/accounts', 'post')).toEqual(['operator']);
  expect(credentials('/api/track', 'post')).toEqual([]);
});
