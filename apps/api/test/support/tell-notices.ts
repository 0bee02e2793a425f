import { UsageNotices } from '../../src/tracking/notices/usage-notices.js';
import { UsageMerging } from '../../src/tracking/store/usage-merging.js';
import type { RunningApp } from './app.js';

const MINUTE_MS = 60_000;

/** Until everything that was stored is merged into the rollups, as it is within seconds. */
export async function settleUsage({ app, dataSource }: RunningApp): Promise<void> {
  const rows = await dataSource.query<{ id: string }[]>(
    'SELECT DISTINCT account_id AS id FROM usage_increments',
  );
  for (const { id } of rows) await app.get(UsageMerging).settle(id);
}

/** Owners are told what would be due some minutes from now. */
export async function tellNotices(running: RunningApp, minutes = 6): Promise<void> {
  await settleUsage(running);
  await running.app.get(UsageNotices).tellDue(new Date(Date.now() + minutes * MINUTE_MS));
}
