/** Files of many visits: written while they are read, stopped when nobody reads on, so many at once. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { addDays } from '@num-ecard/contracts/period-calendar';
import { beforeAll, expect, test, vi } from 'vitest';
import { Card } from '../src/cards/card.entity.js';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenVisits } from './support/given-visits.js';
import { fileText, monthBehind, readCsv } from './support/read-csv.js';

const MONTH = monthBehind();

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

test('visits that come while it is written move none of the others', async () => {
  const { account, cookie } = await givenManyVisits(2_000);
  const slug = account.slugs[0] as string;
  const { dataSource } = running;
  const query = dataSource.query.bind(dataSource);
  const [from, to] = [new Date(`${MONTH}T00:00:00Z`), new Date(`${MONTH}T00:40:00Z`)];
  let pages = 0;
  const between = vi.spyOn(dataSource, 'query').mockImplementation(async (...asking) => {
    // Before each page: some that began before those that are read next, and some after them.
    if (asking[0].includes('FROM tracking_visits') && pages++ < 8)
      await givenVisits(running, { slugs: [slug], from, to, visits: 11 });
    return query(...asking);
  });
  const rows = readCsv(await fileText(new Client(running.url), pathOf(account), { cookie }));
  between.mockRestore();
  expect(pages).toBeGreaterThan(8);
  const old = rows.filter((row) => row['Pays'] === 'Islande');
  expect(old.map((row) => row['Temps passé (s)'])).toEqual(
    Array.from({ length: 2_000 }, (_, index) => String(2_000 - index)),
  );
  expect(rows.length).toBeGreaterThan(old.length);
});

test('a client that goes away stops the reading', async () => {
  const { account, cookie } = await givenManyVisits(10_000);
  const query = vi.spyOn(running.dataSource, 'query');
  const pages = () => query.mock.calls.filter(([sql]) => sql.includes('tracking_visits')).length;
  for (const encoding of ['identity', 'gzip', 'br']) {
    query.mockClear();
    const response = await asked(pathOf(account), cookie, encoding);
    await once(response, 'data');
    response.destroy();
    // Until no more is asked for.
    let before = -1;
    await vi.waitUntil(() => before === (before = pages()), { timeout: 60_000, interval: 500 });
    expect(pages()).toBeGreaterThan(0);
    expect(pages()).toBeLessThan(10_000 / 250);
  }
  query.mockRestore();
});

test.each(['identity', 'gzip', 'br'])(
  'what is written is sent before the rest is read: %s',
  async (encoding) => {
    const { dataSource } = running;
    const query = dataSource.query.bind(dataSource);
    let goOn = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let pages = 0;
    const waiting = vi.spyOn(dataSource, 'query').mockImplementation(async (...asking) => {
      if (asking[0].includes('FROM tracking_visits') && ++pages === 2) await arrived;
      return query(...asking);
    });
    const { account, cookie } = await givenManyVisits(600);
    const response = await asked(pathOf(account), cookie, encoding);
    for await (const _ of response) goOn();
    expect(pages).toBe(3);
    waiting.mockRestore();
  },
);

test.each(['identity', 'gzip', 'br'])(
  'a read that fails in the middle breaks the connection instead of ending the file: %s',
  async (encoding) => {
    const { account, cookie } = await givenManyVisits(5_000);
    const { dataSource } = running;
    const query = dataSource.query.bind(dataSource);
    let pages = 0;
    const failing = vi.spyOn(dataSource, 'query').mockImplementation(async (...asking) => {
      if (asking[0].includes('tracking_visits') && ++pages > 10) throw new Error('the database is away');
      return query(...asking);
    });
    const response = await asked(pathOf(account), cookie, encoding);
    await expect(response.toArray()).rejects.toThrow('aborted');
    failing.mockRestore();
  },
);

test('of one account three files are written at once, whatever their kinds; then the next is', async () => {
  const { account, cookie } = await givenManyVisits(10_000);
  const other = await (await givenAccount(running, { plan: 'premium' })).signIn();
  const asker = await account.signIn();
  const path = pathOf(account);
  // Nobody reads on: they stay under way.
  const open = [await asked(path, cookie), await asked(path, cookie), await asked(path, cookie)];
  for (const file of [
    `/api/cards/${account.slugs[0]}/exports/usage.csv`,
    `/api/cards/${account.slugs[0]}/exports/usage.pdf`,
    '/api/recommendations/exports/recommendations.csv',
    '/api/recommendations/exports/metrics.pdf',
  ]) {
    const { status, body, headers } = await asker.get(file);
    expect([status, body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const { body: me } = await other.get('/api/me');
  expect((await other.get(`/api/cards/${me.cards[0].slug}/exports/usage.csv`)).status).toBe(200);
  open[0]?.destroy();
  await vi.waitUntil(
    async () => (await asker.get(`/api/cards/${account.slugs[0]}/exports/usage.csv`)).status === 200,
    { timeout: 30_000, interval: 100 },
  );
  for (const response of open) response.destroy();
});

test('who asks for the head of a file alone has none written', async () => {
  const { account, cookie } = await givenManyVisits(10_000);
  const query = vi.spyOn(running.dataSource, 'query');
  for (let turn = 0; turn < 4; turn += 1) {
    const { status, headers } = await new Client(running.url).request('HEAD', pathOf(account), undefined, {
      cookie,
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toContain('-visites.csv');
    expect(headers.get('content-length')).toBeNull();
  }
  expect(query.mock.calls.filter(([sql]) => sql.includes('FROM tracking_visits'))).toEqual([]);
  query.mockRestore();
});

/** Of all its visits. */
function pathOf({ slugs }: GivenAccount): string {
  return `/api/cards/${slugs[0]}/exports/usage.csv?from=${addDays(MONTH, -40)}&content=visits`;
}

/** A card with visits of one second, two seconds, three… three of them at each moment: their ids tell their order. */
async function givenManyVisits(visits: number): Promise<{ account: GivenAccount; cookie: string }> {
  const account = await givenAccount(running, { plan: 'force-de-vente' });
  const { id } = await running.dataSource.manager.findOneByOrFail(Card, { accountId: account.id });
  // Two kilobytes each that cannot be compressed much: the sockets between them hold a few thousand.
  await running.dataSource.query(
    `INSERT INTO tracking_visits (account_id, card_id, visit_id, revision, began_at, viewed, source, country, device, browser, system,
                                  new_visitor, engaged_ms, clicks)
     SELECT $1, $2, visit_id, 1, began_at, true, 'direct', 'IS', 'phone',
            (SELECT string_agg(md5(visit_id::text || part), '') FROM generate_series(1, 60) AS part), 'iOS', true,
            1000 * row_number() OVER (ORDER BY began_at, visit_id), '{}'
       FROM (SELECT gen_random_uuid() AS visit_id, $3::timestamptz + (n / 3) * interval '3 seconds' AS began_at
               FROM generate_series(1, $4::integer) AS n) AS drawn`,
    [account.id, id, `${MONTH}T00:00:00Z`, visits],
  );
  return { account, cookie: (await account.signIn()).cookieHeader() };
}

async function asked(path: string, cookie: string, encoding = 'identity'): Promise<IncomingMessage> {
  const request = get(running.url + path, { headers: { cookie, 'accept-encoding': encoding } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
  return response;
}
