import type { EntityManager } from 'typeorm';

/** Shared by all who store an account's events, and exclusive of whoever counts its rollups anew. */
export const ACCOUNT_LOCK = 'hashtextextended(account_id::text, 20261123)';

// A year of a busy account is counted in one statement.
const PATIENCE = '15min';

/**
 * For the rest of the transaction nobody stores events of the account: they wait. To be held for seconds at most.
 */
export async function lockUsage(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = '${PATIENCE}'`);
  await manager.query(
    `SELECT pg_advisory_xact_lock(${ACCOUNT_LOCK}) FROM (SELECT $1::uuid AS account_id) AS account`,
    [accountId],
  );
}

/** The same patience without the lock. */
export async function takeTime(manager: EntityManager): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = '${PATIENCE}'`);
}
