import type { DataSource, EntityManager } from 'typeorm';
import { ACCESS, LIVE_CHANNEL } from './live-streams.js';

/**
 * Has every instance look at once whether an account's streams may stay. In the transaction by which somebody may no longer hear
 * what they did: none is told too early, nor not at all.
 */
export async function announceAccess(manager: EntityManager | DataSource, accountId: string): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, `${ACCESS} ${accountId}`]);
}
