import type { EntityManager } from 'typeorm';

/** Null when the account has no such ambassador, or once they are erased. */
export async function ambassadorName(
  manager: EntityManager,
  accountId: string,
  ambassadorId: string,
): Promise<string | null> {
  const rows = await manager.query<{ name: string | null }[]>(
    'SELECT name FROM ambassadors WHERE account_id = $1 AND ambassador_id = $2',
    [accountId, ambassadorId],
  );
  return rows[0]?.name ?? null;
}
