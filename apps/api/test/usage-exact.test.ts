/**
 * Every figure against a recount: months of made-up traffic go through two instances, and what the application says of it
 * has to be what a few plain loops over the traffic say. How the traffic is made: `support/traffic.ts`; how it is played:
 * `support/traffic-world.ts`; how it is counted again: `support/recount.ts`.
 */
import { beforeAll, expect, test } from 'vitest';
import { recountedRows, storedRows } from './support/recount-rows.js';
import { playTraffic, type World } from './support/traffic-world.js';

const SEED = 20_280_229;

let world: World;

beforeAll(async () => {
  world = await playTraffic(SEED);
}, 60_000);

test('every request is answered with what it added', () => {
  expect(world.wrongAnswers).toEqual([]);
  expect(world.deliveries.length).toBeGreaterThan(4_000);
});

test('the rollups are the recount, row by row', async () => {
  for (const account of Object.values(world.accounts)) {
    expect(await storedRows(world, account)).toEqual(recountedRows(world, account));
  }
});
