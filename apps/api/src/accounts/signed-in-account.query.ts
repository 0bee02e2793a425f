import type { DataSource } from 'typeorm';
import type { SignedInAccount } from '../access/current-account.js';

/** What a request may know of the account it speaks for, or undefined when the account is gone. */
export async function signedInAccount(
  dataSource: DataSource,
  accountId: string,
): Promise<Omit<SignedInAccount, 'language'> | undefined> {
  const rows = await dataSource.sql<Omit<SignedInAccount, 'language'>[]>`
    SELECT account_id AS "id", name, email, plan, locale, timezone, demo_until IS NOT NULL AS "demo"
      FROM accounts
     WHERE account_id = ${accountId}`;
  return rows[0];
}
