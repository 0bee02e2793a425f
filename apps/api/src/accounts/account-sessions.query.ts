import type { DataSource } from 'typeorm';

interface AccountSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The sessions of an account that have not ended, the one used last first. Never their tokens. */
export function accountSessions(
  dataSource: DataSource,
  accountId: string,
  now: Date,
): Promise<AccountSession[]> {
  return dataSource.sql<AccountSession[]>`
    SELECT s.id, s.user_agent AS "userAgent", s.created_at AS "createdAt", s.updated_at AS "updatedAt"
      FROM sessions s
      JOIN users u ON u.id = s.user_id
     WHERE u.account_id = ${accountId} AND s.expires_at > ${now}
     ORDER BY s.updated_at DESC, s.id`;
}
