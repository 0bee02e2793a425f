import type { DataSource } from 'typeorm';

/** The id of a user's account, or undefined when the user is gone. */
export async function userAccount(dataSource: DataSource, userId: string): Promise<string | undefined> {
  const [row] = await dataSource.sql<{ accountId: string }[]>`
    SELECT account_id AS "accountId" FROM users WHERE id = ${userId}`;
  return row?.accountId;
}
