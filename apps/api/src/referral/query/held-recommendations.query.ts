import type { HeldRecommendations } from '@num-ecard/contracts/referral';
import type { DataSource } from 'typeorm';
import type { StoredProspect } from '../report/recommendation.js';

export interface HeldRow extends StoredProspect {
  readonly id: string;
  readonly receivedAt: Date;
  readonly reasons: HeldRecommendations['items'][number]['reasons'];
  readonly ambassadorName: string | null;
  readonly ambassadorEmail: string | null;
  readonly message: string | null;
}

/** What waits for the owner to let it through or not, latest first. */
export async function heldRecommendations(
  dataSource: DataSource,
  accountId: string,
  limit: number,
): Promise<HeldRow[]> {
  return dataSource.sql<HeldRow[]>`
    SELECT r.recommendation_id AS "id", r.received_at AS "receivedAt", r.held_reasons AS "reasons", r.consent, r.message,
           coalesce(r.ambassador_name, a.name) AS "ambassadorName", a.email AS "ambassadorEmail",
           r.prospect_name AS "prospectName", r.prospect_phone AS "prospectPhone", r.prospect_email AS "prospectEmail",
           r.prospect_company AS "prospectCompany"
      FROM recommendations r
      JOIN ambassadors a ON a.account_id = r.account_id AND a.ambassador_id = r.ambassador_id
     WHERE r.account_id = ${accountId} AND r.held = 'suspicious'
     ORDER BY r.received_at DESC, r.recommendation_id DESC
     LIMIT ${limit}::integer`;
}
