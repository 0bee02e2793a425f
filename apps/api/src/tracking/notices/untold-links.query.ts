import type { DataSource } from 'typeorm';

/** The accounts with named links whose first visit has not been told. */
export async function accountsWithUntoldLinks(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.sql<{ accountId: string }[]>`
    SELECT DISTINCT account_id AS "accountId" FROM named_links WHERE visit_untold ORDER BY account_id`;
  return rows.map(({ accountId }) => accountId);
}
