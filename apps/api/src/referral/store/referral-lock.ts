import type { EntityManager } from 'typeorm';

/**
 * For the rest of the transaction nobody else takes a form of the account, erases anybody or answers for a prospect: they wait. Each of
 * those reads people before it writes them, and changes several records: two at once would work with somebody who is being erased, or
 * wait for each other for ever. To be taken before any record is locked; what changes one record alone needs it not.
 */
export async function lockReferrals(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 20261126))`, [accountId]);
}
