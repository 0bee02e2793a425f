import type { DataSource } from 'typeorm';

/** An account's time zone, or undefined when the account is gone. */
export async function accountTimezone(
  dataSource: DataSource,
  accountId: string,
): Promise<string | undefined> {
  const [row] = await dataSource.sql<{ timezone: string }[]>`
    SELECT timezone FROM accounts WHERE account_id = ${accountId}`;
  return row?.timezone;
}
