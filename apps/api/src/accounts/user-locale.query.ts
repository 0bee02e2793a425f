import type { Locale } from '@num-ecard/contracts/locale';
import type { DataSource } from 'typeorm';

/** The language in which to write to a user: their account's. */
export async function userLocale(dataSource: DataSource, userId: string): Promise<Locale> {
  const [row] = await dataSource.sql<{ locale: Locale }[]>`
    SELECT a.locale FROM users u JOIN accounts a ON a.account_id = u.account_id WHERE u.id = ${userId}`;
  return row?.locale ?? 'fr';
}
