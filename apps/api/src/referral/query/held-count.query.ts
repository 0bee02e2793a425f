import type { DataSource } from 'typeorm';

/** How many recommendations wait for the owner to let them through or not. */
export async function heldCount(dataSource: DataSource, accountId: string): Promise<number> {
  const [row] = await dataSource.sql<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM recommendations
     WHERE account_id = ${accountId} AND held = 'suspicious'`;
  return row?.count ?? 0;
}
