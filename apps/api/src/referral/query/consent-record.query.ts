import type { DataSource } from 'typeorm';
import type { WrittenRow } from './recommendation-page.query.js';
import { ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

/** What a proof of consent is made of, but for its history. */
export interface ConsentRow extends Omit<WrittenRow, 'relation' | 'message'> {
  readonly consentWording: string | null;
  readonly cardTitle: string;
  /** As the card shows them. */
  readonly holderName: string;
  readonly holderCompany: string | null;
  readonly holderEmail: string | null;
}

export async function consentRecord(
  dataSource: DataSource,
  accountId: string,
  id: string,
): Promise<ConsentRow | undefined> {
  const rows = await dataSource.query<ConsentRow[]>(
    `SELECT ${ROW_COLUMNS}, r.consent_at AS "consentAt", r.consent_wording AS "consentWording", c.title AS "cardTitle",
            c.profile->>'name' AS "holderName", c.profile->>'company' AS "holderCompany",
            c.profile->>'email' AS "holderEmail"
       FROM recommendations r ${ROW_JOINS}
      WHERE r.account_id = $1 AND r.recommendation_id = $2 AND r.held IS NULL`,
    [accountId, id],
  );
  return rows[0];
}
