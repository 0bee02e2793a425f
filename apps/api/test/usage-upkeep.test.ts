import { randomUUID } from 'node:crypto';
import { BROWSER } from './support/client.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { UNKNOWN_PLACE } from '../src/geo/place.js';
import { Ingest } from '../src/tracking/ingest/ingest.service.js';
import { ensurePartitions } from '../src/tracking/store/partitions.js';
import { unpackCards } from '../src/tracking/store/packed-cards.js';
import { UsageClosing } from '../src/tracking/store/usage-closing.js';
import { UsageMerging } from '../src/tracking/store/usage-merging.js';
import { UsageRebuild } from '../src/tracking/store/usage-rebuild.js';
import { UsageStatistics } from '../src/tracking/usage-statistics.js';
import { VisitorSalts } from '../src/tracking/store/visitor-salts.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { beacon, click, Client, view } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';

let running: RunningApp;
let operator: Client;

beforeAll(async () => {
  running = await startApp();
  operator = new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` });
  await ensurePartitions(running.dataSource, new Date('2026-01-01'), new Date('2026-06-01'));
});

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-01-20T09:00:00Z');

/** A visit at a given time, through the ingest. */
async function visit(slug: string, at: number, address = '192.0.2.1', place = UNKNOWN_PLACE): Promise<void> {
  const request = beacon(slug, [
    { ...view(30_000), url: `https://cards.test/c/${slug}?s=qr` },
    click('phone', 20_000),
    { type: 'engagement', age: 0, engagedMs: 12_345 },
  ]);
  const circumstances = {
    userAgent: BROWSER,
    address,
    place: () => place,
    purpose: '',
    measured: true,
    signedInAccountId: null,
  };
  await running.app.get(Ingest).take(request, circumstances, new Date(at));
}

async function rows(table: string, accountId: string): Promise<unknown[]> {
  await running.app.get(UsageMerging).settle(accountId);
  const key = {
    usage_days: 'card_id, day',
    usage_day_breakdowns: 'card_id, dimension, day, key',
    usage_closed_breakdowns: 'card_id, grain, dimension, start, key',
    usage_closed_cards: 'grain, dimension, start, key',
    usage_open_breakdowns: 'dimension, day, key',
    tracking_visits: 'card_id, visit_id',
  }[table];
  const found = await running.dataSource.query<Record<string, unknown>[]>(
    `SELECT * FROM ${table} WHERE account_id = $1 ORDER BY ${key}`,
    [accountId],
  );
  // Made up anew each time.
  for (const row of found) delete row['revision'];
  return found;
}

async function traffic(account: GivenAccount): Promise<void> {
  for (let day = 0; day < 40; day += 3) {
    for (const [index, slug] of account.slugs.entries()) {
      const place = { country: 'FR', region: 'FR-ARA', city: index === 0 ? 'Lyon' : 'Grenoble' };
      await visit(slug, START + day * DAY, '192.0.2.1', place);
      await visit(slug, START + day * DAY + 3_600_000 * (day % 11), `192.0.2.${day}`, place);
    }
  }
}

/** The traffic's months and its quarter are over. */
const LATER = new Date(START + 120 * DAY);

test('closing finds no drift, sums up days and longer spans, and is done once', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: 'Asia/Kolkata' });
  await traffic(account);
  expect(await running.app.get(UsageClosing).closeDays(LATER)).toBe(0);
  const sumsOf = (id: string): Promise<unknown[][]> =>
    Promise.all(['usage_closed_breakdowns', 'usage_closed_cards'].map((table) => rows(table, id)));
  const closed = await sumsOf(account.id);
  const sums = await running.dataSource.query<unknown[]>(
    `SELECT grain, sum(views)::integer AS views FROM usage_closed_breakdowns
      WHERE account_id = $1 AND dimension = 'total' AND card_id = '00000000-0000-0000-0000-000000000000' GROUP BY 1 ORDER BY 1`,
    [account.id],
  );
  // 14 days, two cards, two visits; all of January and February, whose months are over.
  expect(sums).toEqual([
    { grain: 'day', views: 56 },
    { grain: 'month', views: 56 },
  ]);
  const packedSums = await running.dataSource.query<unknown[]>(
    `SELECT grain, sum(total)::integer AS views FROM usage_closed_cards
      WHERE account_id = $1 AND dimension = 'total' GROUP BY 1 ORDER BY 1`,
    [account.id],
  );
  expect(packedSums).toEqual(['day', 'month', 'quarter', 'third'].map((grain) => ({ grain, views: 56 })));
  expect(await running.app.get(UsageClosing).closeDays(LATER)).toBe(0);
  expect(await sumsOf(account.id)).toEqual(closed);
  const [january] = await running.dataSource.query<unknown[]>(
    `SELECT encode(cards, 'hex') AS cards FROM usage_closed_cards
      WHERE account_id = $1 AND grain = 'month' AND dimension = 'region' AND start = '2026-01-01' AND key = 'FR/FR-ARA'`,
    [account.id],
  );
  // The cards 1 and 2, four days and two visits each.
  expect(january).toEqual({ cards: '0000100800002008' });
  const packed = await running.dataSource.query<{ cards: Buffer; total: number }[]>(
    'SELECT cards, total FROM usage_closed_cards WHERE account_id = $1',
    [account.id],
  );
  expect(packed.length).toBeGreaterThan(20);
  for (const { cards, total } of packed) {
    const values = new Float64Array(1);
    unpackCards(cards, new Int32Array(10), values);
    expect(values[0]).toBe(total);
  }
});

test('what has drifted from the events is found, and put right before it is summed up', async () => {
  const account = await givenAccount(running, { timezone: 'Europe/Paris' });
  await traffic(account);
  const before = [await rows('usage_days', account.id), await rows('usage_day_breakdowns', account.id)];
  await running.dataSource.query(
    `UPDATE usage_days SET clicks = clicks + 1 WHERE account_id = $1 AND day = '2026-01-20'`,
    [account.id],
  );
  await running.dataSource.query(
    `DELETE FROM usage_day_breakdowns WHERE account_id = $1 AND day = '2026-01-23' AND dimension = 'source'`,
    [account.id],
  );
  await running.dataSource.query(
    `UPDATE tracking_visits SET engaged_ms = 1 WHERE account_id = $1 AND began_at < '2026-01-21'`,
    [account.id],
  );
  expect(await running.app.get(UsageClosing).closeDays(LATER)).toBeGreaterThan(3);
  expect([await rows('usage_days', account.id), await rows('usage_day_breakdowns', account.id)]).toEqual(
    before,
  );
});

test('counted anew from the events, all is as it was', async () => {
  const account = await givenAccount(running, {
    plan: 'multi-cartes',
    cards: 3,
    timezone: 'Pacific/Auckland',
  });
  await traffic(account);
  const tables = ['tracking_visits', 'usage_days', 'usage_day_breakdowns'];
  const before = await Promise.all(tables.map((table) => rows(table, account.id)));
  await running.app.get(UsageRebuild).rebuild(account.id, LATER);
  expect(await Promise.all(tables.map((table) => rows(table, account.id)))).toEqual(before);
});

test('a change of the time zone moves the visits to its days', async () => {
  const account = await givenAccount(running, { timezone: 'Europe/Paris' });
  const [slug = ''] = account.slugs;
  await visit(slug, Date.parse('2026-01-31T23:30:30Z'));
  const days = async (): Promise<unknown[]> => {
    await running.app.get(UsageMerging).settle(account.id);
    return running.dataSource.query('SELECT day::text FROM usage_days WHERE account_id = $1', [account.id]);
  };
  expect(await days()).toEqual([{ day: '2026-02-01' }]);
  const change = { timezone: 'America/Martinique' };
  expect((await operator.request('PATCH', `/api/admin/accounts/${account.id}`, change)).status).toBe(200);
  const rebuild = running.app.get(UsageRebuild);
  await rebuild.rebuildStale(LATER);
  await rebuild.rebuildStale(LATER);
  expect(await days()).toEqual([{ day: '2026-01-31' }]);
});

test('a second card is summed up with the first from the beginning', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 1 });
  await traffic(account);
  await running.app.get(UsageClosing).closeDays(LATER);
  const added = await operator.post(`/api/admin/accounts/${account.id}/cards`, {
    slug: `second-${randomUUID().slice(0, 8)}`,
    title: 'Second',
  });
  expect(added.status).toBe(201);
  await running.app.get(UsageClosing).closeDays(new Date(LATER.getTime() + DAY));
  const [sum] = await running.dataSource.query<unknown[]>(
    `SELECT sum(views)::integer AS views FROM usage_closed_breakdowns
      WHERE account_id = $1 AND dimension = 'total' AND grain = 'month' AND card_id = '00000000-0000-0000-0000-000000000000'`,
    [account.id],
  );
  expect(sum).toEqual({ views: 28 });
});

test('what each of several cards counts on an open day is packed anew when it has grown long', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: 'UTC' });
  const [first = '', second = ''] = account.slugs;
  const now = LATER.getTime();
  await visit(first, now - 10 * DAY);
  await running.app.get(UsageClosing).closeDays(LATER);
  await visit(first, now);
  await running.app.get(UsageMerging).settle(account.id);
  const packed = async (): Promise<string> => {
    const [row] = await running.dataSource.query<[{ cards: string }]>(
      `SELECT encode(cards, 'hex') AS cards FROM usage_open_cards WHERE account_id = $1 AND dimension = 'source' AND key = 'qr'`,
      [account.id],
    );
    return row.cards;
  };
  // The first card and one view, in 4 bytes each: as it is appended.
  const oneView = '0000100000000001';
  expect(await packed()).toBe(oneView);
  await running.dataSource.query(
    `UPDATE usage_open_cards SET cards = decode(repeat('${oneView}', 5000), 'hex') WHERE account_id = $1`,
    [account.id],
  );
  await visit(second, now);
  await running.app.get(UsageMerging).settle(account.id);
  // 5,000 views do not fit beside the card's number, one view does.
  expect(await packed()).toBe('000010000000138800002001');
});

test('of more cities than are told apart, the largest are, whether their days are closed or not', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: 'UTC' });
  const [first = '', second = ''] = account.slugs;
  const now = LATER.getTime();
  const visitFrom = (slug: string, at: number, index: number): Promise<void> =>
    visit(slug, at, `192.0.2.${index}`, { country: 'FR', region: 'FR-ARA', city: `Ville ${index}` });
  // The small ones come first by name and by time; the others are as large only with the visits of both times.
  for (let index = 10; index < 36; index += 1) await visitFrom(first, now - 10 * DAY, index);
  await running.app.get(UsageClosing).closeDays(LATER);
  for (let index = 12; index < 36; index += 1) await visitFrom(second, now, index);
  const usage = running.app.get(UsageStatistics);
  const scope = await usage.ofCards({ id: account.id, timezone: 'UTC', language: 'fr' });
  const query = { by: 'city', from: '2026-01-01', to: '2026-12-31', compare: 'none' } as const;
  const { columns, rows: cards } = await usage.cross(scope, query, LATER);
  expect(columns.map(({ label, total }) => [label, total])).toEqual([
    ...Array.from({ length: 24 }, (_, index) => [`Ville ${12 + index}`, 2]),
    ['Autres', 2],
  ]);
  expect(cards.map(({ card, total }) => [card.slug, total])).toEqual([
    [first, 26],
    [second, 24],
  ]);
});

describe('erasing', () => {
  test('a card’s measures go, those of the others stay', async () => {
    const account = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
    await traffic(account);
    await running.app.get(UsageClosing).closeDays(LATER);
    const [first = '', second = ''] = account.slugs;
    const path = `/api/admin/accounts/${account.id}/cards/${first}/usage`;
    expect((await operator.request('DELETE', path)).status).toBe(204);
    await running.app.get(UsageClosing).closeDays(LATER);
    const left = await running.dataSource.query<unknown[]>(
      `SELECT slug, sum(views)::integer AS views FROM usage_days JOIN cards USING (account_id, card_id)
        WHERE account_id = $1 GROUP BY slug`,
      [account.id],
    );
    expect(left).toEqual([{ slug: second, views: 28 }]);
    const [together] = await running.dataSource.query<unknown[]>(
      `SELECT sum(views)::integer AS views FROM usage_closed_breakdowns
        WHERE account_id = $1 AND dimension = 'total' AND grain = 'day' AND card_id = '00000000-0000-0000-0000-000000000000'`,
      [account.id],
    );
    expect(together).toEqual({ views: 28 });
    const other = await givenAccount(running);
    const foreign = `/api/admin/accounts/${other.id}/cards/${second}/usage`;
    expect((await operator.request('DELETE', foreign)).status).toBe(404);
  });
});

test('salts and the hashes made with them are gone 48 hours after their day began', async () => {
  const account = await givenAccount(running, { timezone: 'Europe/Paris' });
  const [slug = ''] = account.slugs;
  const now = Date.now();
  await visit(slug, now);
  const kept = async (): Promise<unknown> => {
    const [row] = await running.dataSource.query<unknown[]>(
      `SELECT (SELECT count(*) FROM visitor_salts WHERE account_id = $1)::integer AS salts,
              (SELECT count(*) FROM usage_visitors WHERE account_id = $1)::integer AS hashes`,
      [account.id],
    );
    return row;
  };
  const salts = running.app.get(VisitorSalts);
  await salts.destroyExpired(new Date(now + 23 * 3_600_000));
  expect(await kept()).toEqual({ salts: 1, hashes: 1 });
  await salts.destroyExpired(new Date(now + 48 * 3_600_000));
  expect(await kept()).toEqual({ salts: 0, hashes: 0 });
});
