/**
 * Nothing of who a visitor was is kept: after traffic with addresses and browsers that cannot be mistaken, every column of
 * every table, every line of the log and every metric is searched for them, in every form in which they could be written.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageMerging } from '../src/tracking/store/usage-merging.js';
import { VisitorSalts } from '../src/tracking/store/visitor-salts.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, click, view } from './support/client.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { type OwnProcess, startProcess } from './support/own-process.js';

const SECRET_KEY = 'a secret key of the tests';

/** As a connection or a proxy reports them; most are of networks that are nobody's. */
const ADDRESSES = [
  '203.0.113.77',
  '203.0.113.78:51234',
  '198.51.100.23',
  '::ffff:198.51.100.24',
  '::ffff:c633:6419',
  '2001:db8:85a3::8a2e:370:7334',
  '2001:0db8:85a3:0000:0000:8a2e:0370:7335',
  '[2001:db8:85a3::8a2e:370:7336]:443',
  '2001:DB8:85A3::AFFE',
  // One that the packaged database places.
  '197.242.144.1',
] as const;
/** What all of them begin with, however the rest was cut off. */
const BEGINNINGS = ['203.0.113', '198.51.100', '2001:db8:85a3', '2001:0db8:85a3', '197.242.144', 'c633:64'];

const BROWSER =
  'Mozilla/5.0 (Linux; Android 14; ZQ-Privat-9917) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.7204.991 Mobile Safari/537.36';
const OWNERS_BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; ZQ-Owner-5512) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.7204.887 Safari/537.36';
const ROBOT = 'ZQ-Crawler/7.31 (+https://crawler.example/zq-info) bot';
const PREVIEW = 'WhatsApp/2.23.20.771 ZQ-Preview';
const USER_AGENTS = [BROWSER, OWNERS_BROWSER, ROBOT, PREVIEW];
/** Parts of what was sent that must be nowhere either. */
const TRACES = [
  'ZQ-',
  '7204.991',
  '7204.887',
  '2.23.20.771',
  'zq-path',
  'zq-query',
  'zq-campaign',
  'zq-fragment',
];

let program: OwnProcess;
let url: string;
let running: RunningApp;
let owner: GivenAccount;

beforeAll(async () => {
  // On the same database as the process under test: to make accounts, and to look.
  running = await startApp({ SECRET_KEY });
  owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: zoneAtMidday() });
  program = await startProcess(running, { LOG_LEVEL: 'debug' });
  ({ url } = program);
  await traffic();
}, 60_000);

afterAll(() => program.child.kill('SIGKILL'));

/** A zone where the day is old enough for a visit of some hours ago to be of the same one, and yesterday not far. */
function zoneAtMidday(): string {
  const zones = ['Pacific/Auckland', 'Asia/Tokyo', 'Asia/Kolkata', 'Europe/Paris', 'America/Martinique'];
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format());
  const others = ['America/Los_Angeles', 'Pacific/Honolulu'];
  return [...zones, ...others].find((zone) => hourIn(zone) >= 8 && hourIn(zone) < 18) as string;
}

type Headers = Readonly<Record<string, string>>;

async function send(
  method: string,
  path: string,
  address: string,
  headers: Headers = {},
  body?: string,
): Promise<{ status: number; cookie: string }> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': `8.8.4.4, ${address}`,
      'user-agent': BROWSER,
      referer: 'https://annuaire.example/zq-path?q=zq-query#zq-fragment',
      'accept-language': 'fr-FR',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  await response.arrayBuffer();
  const cookie = response.headers.getSetCookie().map((pair) => pair.split(';')[0]);
  return { status: response.status, cookie: cookie.join('; ') };
}

const HOUR = 3_600_000;

/** People, robots, refusals and mistakes, from every address. */
async function traffic(): Promise<void> {
  const [first = '', second = ''] = owner.slugs;
  const told = {
    url: `https://cartes.example/c/${first}/zq-path?s=site&utm_campaign=zq-campaign#zq-fragment`,
    referrer: 'https://annuaire.example/zq-path?q=zq-query',
  };
  const visit = (card: string, age = 0): string =>
    JSON.stringify(
      beacon(card, [
        { ...view(age), ...told },
        click('phone', age),
        { type: 'engagement', age, engagedMs: 0 },
      ]),
    );
  const signIn = (password: string): string => JSON.stringify({ email: owner.email, password });
  for (const address of ADDRESSES) {
    const track = (body: string, headers: Headers = {}) => send('POST', '/api/track', address, headers, body);
    const statuses = [
      await track(visit(first)),
      await track(visit(first, 2 * HOUR)),
      await track(visit(first, 20 * HOUR)),
      await track(visit(second)),
      await track(visit(first), { 'user-agent': ROBOT }),
      await track(visit(first), { 'user-agent': PREVIEW }),
      await track(visit(first), { 'sec-purpose': 'prefetch;prerender' }),
      await track(visit(first), { dnt: '1' }),
      await track(visit(first).replace('view', 'look')),
      await track('{"card":'),
      await track(visit('nobody-has-this-card')),
      await track(' '.repeat(20_000)),
      await track(visit(first), { 'content-type': 'image/png' }),
      await send('GET', `/c/${first}?s=qr&utm_campaign=zq-campaign`, address),
      await send('GET', `/c/${first}`, address, { 'user-agent': ROBOT }),
      await send('GET', '/c/nobody-has-this-card', address),
      await send(
        'POST',
        `/c/${first}/privacy`,
        address,
        { 'content-type': 'application/x-www-form-urlencoded' },
        'choice=out',
      ),
      await send('GET', '/api/me', address),
      await send('GET', `/api/cards/${first}/stats/summary?zq-query=1`, address),
      await send('POST', '/api/auth/sign-in/email', address, {}, signIn('not the password')),
      await send('GET', '/no-such-path/zq-path', address),
      await send('GET', '/metrics', address),
    ].map(({ status }) => status);
    expect(statuses.slice(0, 13)).toEqual([202, 202, 202, 202, 202, 202, 202, 202, 400, 400, 404, 413, 415]);
  }
  const session = await send(
    'POST',
    '/api/auth/sign-in/email',
    ADDRESSES[0],
    { 'user-agent': OWNERS_BROWSER, origin: url },
    signIn(PASSWORD),
  );
  expect(session.status).toBe(200);
  const signedIn = { cookie: session.cookie, 'user-agent': OWNERS_BROWSER };
  for (const path of ['/api/me', `/api/cards/${first}/stats/summary`, `/api/cards/${first}/stats/visits`]) {
    expect((await send('GET', path, ADDRESSES[0], signedIn)).status, path).toBe(200);
  }
  await send('POST', '/api/track', ADDRESSES[0], signedIn, visit(first));
  // Sent until it is refused: what counts attempts must not know whose they are.
  const attempts = Array.from({ length: 30 }, () =>
    send('POST', '/api/auth/sign-in/email', ADDRESSES[3], {}, signIn('not the password')),
  );
  expect((await Promise.all(attempts)).map(({ status }) => status)).toContain(429);
}

/** Ways to write an address, and hashes of each of them that anybody could compute again. */
function formsOf(address: string): string[] {
  const bare = (/^\[(.+)\]:\d+$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1')).toLowerCase();
  const bytes = bytesOf(bare);
  const hex = bytes.toString('hex');
  const written = [address, address.toLowerCase(), bare];
  if (bytes.length === 4) {
    const dotted = [...bytes].join('.');
    written.push(
      dotted,
      `::ffff:${dotted}`,
      `::ffff:${hex.slice(0, 4)}:${hex.slice(4)}`,
      String(bytes.readUInt32BE()),
    );
  } else {
    const groups = hex.match(/.{4}/g) ?? [];
    written.push(groups.join(':'), groups.map((group) => group.replace(/^0{1,3}/, '')).join(':'), hex);
  }
  const hashes = [
    ...written,
    ...written.flatMap((form) => USER_AGENTS.map((agent) => form + agent)),
    bytes,
  ].flatMap((form) =>
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => [
      createHash(algorithm).update(form).digest(),
      createHmac(algorithm, SECRET_KEY).update(form).digest(),
    ]),
  );
  // A hash may be kept in part.
  return [
    ...written,
    ...hashes.flatMap((hash) => [hash.toString('hex').slice(0, 24), hash.toString('base64').slice(0, 20)]),
  ];
}

/** 4 bytes, or 16; a mapped address is an IPv4 one. */
function bytesOf(address: string): Buffer {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (dotted !== null) return Buffer.from(dotted.slice(1).map(Number));
  const [head = '', tail] = address.split('::');
  const groupsOf = (part = ''): string[] => part.split(':').filter((group) => group !== '');
  const missing = 8 - groupsOf(head).length - groupsOf(tail).length;
  const groups = [
    ...groupsOf(head),
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'),
    ...groupsOf(tail),
  ];
  const bytes = Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
  return bytes.subarray(0, 12).toString('hex') === '00000000000000000000ffff' ? bytes.subarray(12) : bytes;
}

const FORBIDDEN = [
  ...new Set([
    ...ADDRESSES.flatMap(formsOf),
    ...BEGINNINGS,
    ...TRACES,
    ...USER_AGENTS,
    ...USER_AGENTS.flatMap((agent) =>
      ['md5', 'sha1', 'sha256'].map((algorithm) =>
        createHash(algorithm).update(agent).digest('hex').slice(0, 24),
      ),
    ),
  ]),
].map((form) => form.toLowerCase());

/** What of it is in a text. */
function found(text: string): string[] {
  const lower = text.toLowerCase();
  return FORBIDDEN.filter((form) => lower.includes(form));
}

/** Every value of every table, of all schemas but PostgreSQL's own, bytes in hexadecimal. */
async function everyColumn(dataSource: DataSource): Promise<{ name: string; values: string[] }[]> {
  const columns = await dataSource.query<{ schema: string; table: string; column: string }[]>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
      ORDER BY 1, 2, ordinal_position`,
  );
  const all = [];
  for (const { schema, table, column } of columns) {
    const rows = await dataSource.query<{ value: string }[]>(
      `SELECT DISTINCT "${column}"::text AS value FROM "${schema}"."${table}" WHERE "${column}" IS NOT NULL`,
    );
    all.push({ name: `${schema}.${table}.${column}`, values: rows.map(({ value }) => value) });
  }
  return all;
}

describe('of the traffic there is no address and no user agent', () => {
  test('in any column of any table', async () => {
    const columns = await everyColumn(running.dataSource);
    const tables = new Set(columns.map(({ name }) => name.slice(0, name.lastIndexOf('.'))));
    expect([...tables]).toEqual(
      expect.arrayContaining([
        'public.tracking_events_default',
        'public.tracking_visits',
        'public.usage_visitors',
        'pgboss.job',
      ]),
    );
    const filled = columns.filter(({ values }) => values.length > 0).map(({ name }) => name);
    // That there was something to search in.
    expect(filled).toEqual(
      expect.arrayContaining([
        'public.tracking_visits.referrer_host',
        'public.usage_visitors.visitor',
        'public.sessions.token',
      ]),
    );
    for (const { name, values } of columns) {
      // The sign-in keeps with a session what the owner, who is no visitor, signed in with.
      const own = name === 'public.sessions.user_agent' ? [OWNERS_BROWSER] : [];
      const others = values.filter((value) => !own.includes(value));
      for (const value of others) expect(found(value), `${name}: ${value}`).toEqual([]);
    }
  });

  test('nor, as bytes alone, in a column of bytes', async () => {
    const bare = new Set(
      ADDRESSES.map((address) =>
        bytesOf(address.replace(/^\[|\]:\d+$|(?<=\d):\d+$/g, '').toLowerCase()).toString('hex'),
      ),
    );
    for (const { name, values } of await everyColumn(running.dataSource)) {
      for (const value of values)
        expect(bare.has(value.replace(/^\\x/, '')), `${name}: ${value}`).toBe(false);
    }
  });

  test('nor anything that looks like an IPv4 address', async () => {
    for (const { name, values } of await everyColumn(running.dataSource)) {
      for (const value of values) expect(value, name).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b/);
    }
  });

  test('in any line of the log', () => {
    const lines = program.log().trim().split('\n');
    expect(lines.filter((line) => line.includes('"request"')).length).toBeGreaterThan(10 * ADDRESSES.length);
    for (const line of lines) expect(found(line), line).toEqual([]);
  });

  test('in the metrics', async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('num_ecard_tracking_dropped_events_total{reason="bot"}');
    expect(found(metrics)).toEqual([]);
  });
});

test('an API key is in no line of the log, and in no table', async () => {
  const client = await owner.signIn();
  const { key } = (await client.post('/api/keys', { name: 'Tableur' })).body as { key: string };
  const statuses = [];
  for (const [path, token] of [
    ['/api/me', key],
    ['/api/me', `${key}x`],
    ['/api/keys', key],
    [`/api/nowhere/${key}`, key],
  ] as const) {
    const { status } = await send('GET', path, '192.0.2.1', { authorization: `Bearer ${token}` });
    statuses.push(status);
  }
  expect(statuses).toEqual([200, 401, 403, 404]);
  const secret = key.slice(10);
  expect(program.log()).toContain('/api/keys');
  expect(program.log()).not.toContain(secret);
  for (const { name, values } of await everyColumn(running.dataSource)) {
    expect(
      values.some((value) => value.includes(secret)),
      name,
    ).toBe(false);
  }
});

describe('a visitor is known by a hash', () => {
  interface Known {
    readonly card: string;
    readonly day: string;
    readonly visitor: string;
  }

  const known = (): Promise<Known[]> =>
    running.dataSource.query(
      `SELECT card_id AS card, day::text, encode(visitor, 'hex') AS visitor FROM usage_visitors WHERE account_id = $1`,
      [owner.id],
    );

  test('of one card and one day: nobody is followed from card to card or from day to day', async () => {
    const all = await known();
    const [cards, days] = [new Set(all.map(({ card }) => card)), new Set(all.map(({ day }) => day))];
    expect([cards.size, days.size]).toEqual([2, 2]);
    // Two days on the first card, one on the second.
    expect(all.length).toBe(3 * ADDRESSES.length);
    expect(new Set(all.map(({ visitor }) => visitor)).size).toBe(all.length);
  });

  test('the same person again is the same visitor, however their address is written', async () => {
    const before = await known();
    for (const form of ['203.0.113.77:9999', '::ffff:203.0.113.77', '::ffff:cb00:714d']) {
      const body = JSON.stringify(beacon(owner.slugs[0] as string, [view()], randomUUID()));
      expect((await send('POST', '/api/track', form, {}, body)).status).toBe(202);
    }
    expect(await known()).toEqual(expect.arrayContaining(before));
    expect((await known()).length).toBe(before.length);
  });

  test('that is gone with its salt, and nothing is left from which it could be computed', async () => {
    const salts = await running.dataSource.query<{ day: string; salt: string }[]>(
      `SELECT day::text, encode(salt, 'hex') AS salt FROM visitor_salts WHERE account_id = $1 ORDER BY day`,
      [owner.id],
    );
    expect(salts.map(({ salt }) => salt.length)).toEqual([64, 64]);
    const hashes = (await known()).map(({ visitor }) => visitor);
    await running.app.get(UsageMerging).settle(owner.id);
    const counted = await running.dataSource.query<unknown[]>('SELECT * FROM usage_days ORDER BY 1, 2, 3');

    const inTwoDays = new Date(Date.now() + 48 * HOUR);
    await running.app.get(VisitorSalts).destroyExpired(inTwoDays);

    expect(await known()).toEqual([]);
    const secrets = [...hashes, ...salts.map(({ salt }) => salt)];
    for (const { name, values } of await everyColumn(running.dataSource)) {
      for (const value of values)
        expect(
          secrets.some((secret) => value.includes(secret)),
          name,
        ).toBe(false);
    }
    expect(await running.dataSource.query('SELECT * FROM usage_days ORDER BY 1, 2, 3')).toEqual(counted);
  });

  test('a stop in order leaves nothing in the log either', async () => {
    program.child.kill('SIGTERM');
    const [code] = (await once(program.child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(found(program.log())).toEqual([]);
  });
});
