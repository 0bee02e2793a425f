/** The demo's recommendations, interrupted and gone on with later. */
import { expect, test, vi } from 'vitest';
import { DemoModule } from '../src/demo/demo.module.js';
import { Demo } from '../src/demo/demo.service.js';
import { Account } from '../src/accounts/account.entity.js';
import { RecommendationHistory } from '../src/referral/store/recommendation-history.entity.js';
import { Recommendation } from '../src/referral/store/recommendation.entity.js';
import { startApp } from './support/app.js';

// A busy machine takes its time for two months of visits.
vi.setConfig({ testTimeout: 120_000 });

const OWNER = 'force-de-vente@demo.test';
const DAY_MS = 86_400_000;

test('nothing happens twice, and nobody is told of the past', async () => {
  const { app, dataSource } = await startApp({}, undefined, [DemoModule]);
  const demo = app.get(Demo);
  const { manager } = dataSource;
  const now = new Date();
  const told = async () => ({
    records: await manager.find(Recommendation, { order: { receivedAt: 'ASC' } }),
    entries: (await manager.find(RecommendationHistory)).length,
  });

  // Interrupted in the middle of the recommendations, after so many things were done.
  let asked = 0;
  const interruption = new AbortController();
  Object.defineProperty(interruption.signal, 'aborted', { get: () => (asked += 1) > 120 });
  await demo.fill(now, interruption.signal);
  const begun = await manager.count(Recommendation);
  expect(begun).toBeGreaterThan(0);
  expect((await manager.findOneByOrFail(Account, { email: OWNER })).demoUntil).toBeNull();

  await demo.fill(now, new AbortController().signal);
  const first = await told();
  expect(first.records.length).toBeGreaterThan(Math.max(50, begun));
  expect(first.entries).toBeGreaterThan(200);
  const moments = first.records.map(({ receivedAt }) => receivedAt.getTime());
  expect(new Set(moments)).toHaveLength(moments.length);
  expect(first.records.filter(({ alertId }) => alertId !== null)).toHaveLength(1);

  await demo.fill(now, new AbortController().signal);
  expect(await told()).toEqual(first);

  // Two months later it has gone on, and told nobody.
  await demo.fill(new Date(now.getTime() + 60 * DAY_MS), new AbortController().signal);
  const later = await told();
  expect(later.records.length).toBeGreaterThan(first.records.length + 5);
  expect(later.records.filter(({ alertId }) => alertId !== null)).toHaveLength(1);
  const { notifyRecommendation } = await manager.findOneByOrFail(Account, { email: OWNER });
  expect(notifyRecommendation).toBe(true);
});
