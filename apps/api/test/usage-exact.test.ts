/**
 * Every figure against a recount: months of made-up traffic go through two instances, and what the application says of it
 * has to be what a few plain loops over the traffic say. How the traffic is made: `support/traffic.ts`; how it is played:
 * `support/traffic-world.ts`; how it is counted again: `support/recount.ts`; what is asked: `support/questions.ts`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageClosing } from '../src/tracking/store/usage-closing.js';
import { UsageRebuild } from '../src/tracking/store/usage-rebuild.js';
import { ADMIN_TOKEN } from './support/app.js';
import { Client } from './support/client.js';
import { differences, HALF_THE_LIST, SHORT_LIST, WHOLE_LIST } from './support/questions.js';
import { recountedRows, recountedSums, storedRows, storedSums } from './support/recount-rows.js';
import { NOW, type OwnAccount, playTraffic, type World } from './support/traffic-world.js';

const SEED = 20_280_229;

let world: World;
let accounts: readonly OwnAccount[];

beforeAll(async () => {
  world = await playTraffic(SEED);
  accounts = Object.values(world.accounts);
}, 180_000);

async function expectRows(): Promise<void> {
  for (const account of accounts) {
    expect(await storedRows(world, account), account.name).toEqual(recountedRows(world, account));
  }
}

const close = (at: number): Promise<number> =>
  world.instances[0].app.get(UsageClosing).closeDays(new Date(at));

describe('while the first months are closed and the last ones are not', () => {
  test('every request was answered with what it added, and no night found a drift', () => {
    expect(world.wrongAnswers).toEqual([]);
    expect(world.drift).toBe(0);
    expect(world.deliveries.length).toBeGreaterThan(4_000);
  });

  test('the rollups are the recount, row by row', expectRows);

  test('over several cards, so are the sums of the days that are not closed', async () => {
    for (const account of accounts.filter(({ cards }) => cards.length > 1)) {
      const [sums, from] = await storedSums(world, account);
      expect(sums, account.name).toEqual(recountedSums(world, account, from));
      expect(Object.keys(sums).length).toBeGreaterThan(100);
    }
  });

  test('so is every endpoint’s answer', async () => {
    expect(await differences(world, WHOLE_LIST)).toEqual([]);
  }, 60_000);
});

describe('after the last months are closed', () => {
  test('without drift, but for one that was planted: that is found and repaired', async () => {
    expect(await close(Date.parse('2028-03-24T00:00:00Z'))).toBe(0);
    const { dataSource } = world.instances[0];
    const key = [world.accounts.paris.given.id, '2028-03-26'];
    const planted = [
      await dataSource.query(
        'UPDATE usage_days SET views = views + 3 WHERE account_id = $1 AND day = $2',
        key,
      ),
      await dataSource.query(
        `UPDATE usage_day_breakdowns SET clicks = clicks + 1
          WHERE account_id = $1 AND day = $2 AND dimension = 'source' AND key LIKE 'qr/%'`,
        key,
      ),
      await dataSource.query(
        `DELETE FROM usage_day_breakdowns WHERE account_id = $1 AND day = $2 AND dimension = 'target' AND key = 'phone'`,
        key,
      ),
    ].reduce((sum, [, changed]) => sum + (changed as number), 0);
    expect(planted).toBeGreaterThan(5);
    // The sums over all cards of the views, of each source and of the target are no longer those of the cards.
    const [{ sources }] = await dataSource.query<[{ sources: number }]>(
      `SELECT count(DISTINCT key)::integer AS sources FROM usage_day_breakdowns
        WHERE account_id = $1 AND day = $2 AND dimension = 'source' AND key LIKE 'qr/%'`,
      key,
    );
    expect(await close(NOW)).toBe(planted + 1 + sources + 1);
    await expectRows();
    expect(await close(NOW)).toBe(0);
  });

  test('every endpoint answers the same', async () => {
    expect(await differences(world, HALF_THE_LIST)).toEqual([]);
  }, 60_000);
});

test('counted anew from the events it is the same, whatever the rollups had become', async () => {
  const rebuild = world.instances[1].app.get(UsageRebuild);
  const { dataSource } = world.instances[1];
  for (const { given } of accounts) {
    // What was dropped left no event: it cannot be counted anew, and stays.
    for (const spoiled of [
      'UPDATE usage_days SET views = views * 2, visitors = 0 WHERE account_id = $1',
      `DELETE FROM usage_day_breakdowns WHERE account_id = $1 AND dimension NOT IN ('dropped', 'hour')`,
      'UPDATE tracking_visits SET engaged_ms = 1 WHERE account_id = $1',
    ]) {
      await dataSource.query(spoiled, [given.id]);
    }
    expect(await rebuild.rebuild(given.id, new Date(NOW))).toBe(true);
  }
  await expectRows();
  // Not one day is closed now.
  expect(await differences(world, SHORT_LIST)).toEqual([]);
}, 180_000);

test('in another time zone the days are other ones, and everything is right again', async () => {
  const operator = new Client(world.instances[0].url, { authorization: `Bearer ${ADMIN_TOKEN}` });
  const moves = { paris: 'Pacific/Auckland', kolkata: 'Europe/Paris', auckland: 'Asia/Kathmandu' } as const;
  for (const [name, timezone] of Object.entries(moves)) {
    const account = world.accounts[name as keyof typeof moves];
    const { status } = await operator.request('PATCH', `/api/admin/accounts/${account.given.id}`, {
      timezone,
    });
    expect(status).toBe(200);
    account.timezone = timezone;
  }
  const rebuild = world.instances[0].app.get(UsageRebuild);
  // At the second look: until then another instance may go by the time zone that it remembers.
  for (let look = 1; look <= 2; look += 1) await rebuild.rebuildStale(new Date(NOW));
  await expectRows();
  expect(await close(NOW)).toBe(0);
  expect(await differences(world, SHORT_LIST)).toEqual([]);
}, 180_000);
