import type { DataSource } from 'typeorm';

/** The accounts that have untold visits, the first of which came before a moment. */
export async function accountsWithNews(dataSource: DataSource, before: Date): Promise<string[]> {
  const rows = await dataSource.sql<{ accountId: string }[]>`
    SELECT DISTINCT account_id AS "accountId" FROM usage_news WHERE since_at <= ${before} ORDER BY account_id`;
  return rows.map(({ accountId }) => accountId);
}
