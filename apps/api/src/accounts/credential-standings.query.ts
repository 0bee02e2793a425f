import type { DataSource } from 'typeorm';
import type { Standing } from '../access/sign-in-check.js';

/** What sessions and API keys open, by their ids; those that are over, or whose account is gone, are missing. */
export function credentialStandings(
  dataSource: DataSource,
  sessionIds: readonly string[],
  keyIds: readonly string[],
  now: Date,
): Promise<(Standing & { readonly id: string })[]> {
  return dataSource.sql<(Standing & { readonly id: string })[]>`
    SELECT s.id, account_id AS "accountId", a.plan, s.expires_at AS "until"
      FROM sessions s
      JOIN users u ON u.id = s.user_id
      JOIN accounts a USING (account_id)
     WHERE s.id = ANY (${sessionIds}::uuid[]) AND s.expires_at > ${now}
     UNION ALL
    SELECT k.key_id, account_id, a.plan, NULL
      FROM api_keys k
      JOIN accounts a USING (account_id)
     WHERE k.key_id = ANY (${keyIds}::uuid[])`;
}
