import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningApp } from './app.js';

/** Until so many requests wait for what another transaction has locked. */
export async function waitFor({ dataSource }: RunningApp, waiting: number): Promise<void> {
  for (;;) {
    const found = await dataSource.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (found.length >= waiting) return;
    await sleep(20);
  }
}
