import type { DataSource } from 'typeorm';
import { AMBASSADOR_CONTACT, type AmbassadorContactRow } from './ambassador-contact.js';

/** Everybody who recommended somebody or was added by the owner; not those who came with a form that was not let through. In no order. */
export async function knownAmbassadors(
  dataSource: DataSource,
  accountId: string,
): Promise<AmbassadorContactRow[]> {
  return dataSource.query<AmbassadorContactRow[]>(
    `SELECT ${AMBASSADOR_CONTACT} FROM ambassadors a
       LEFT JOIN (SELECT r.ambassador_id, bool_or(r.held IS NULL) AS listed, min(r.received_at) AS first
                   FROM recommendations r
                   WHERE r.account_id = $1 GROUP BY r.ambassador_id) r ON r.ambassador_id = a.ambassador_id
      WHERE a.account_id = $1 AND a.erased_at IS NULL AND (coalesce(r.listed, true) OR a.created_at < r.first)`,
    [accountId],
  );
}
