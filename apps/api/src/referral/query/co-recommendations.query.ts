import type { Consent, Status } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource } from 'typeorm';

export interface CoRecommendationRow {
  readonly id: string;
  readonly receivedAt: Date;
  readonly status: Status;
  readonly consent: Consent;
  readonly ambassadorId: string;
  readonly ambassadorName: string | null;
}

/** The other recommendations of the same prospect, oldest first. */
export async function coRecommendations(
  dataSource: DataSource,
  accountId: string,
  id: string,
): Promise<CoRecommendationRow[]> {
  return dataSource.sql<CoRecommendationRow[]>`
    SELECT o.recommendation_id AS "id", o.received_at AS "receivedAt", o.status, o.consent,
           o.ambassador_id AS "ambassadorId", coalesce(o.ambassador_name, a.name) AS "ambassadorName"
      FROM recommendations r
      JOIN recommendations o ON o.account_id = r.account_id AND o.prospect_id = r.prospect_id
       AND o.recommendation_id <> r.recommendation_id AND o.held IS NULL
      JOIN ambassadors a ON a.account_id = o.account_id AND a.ambassador_id = o.ambassador_id
     WHERE r.account_id = ${accountId} AND r.recommendation_id = ${id}
     ORDER BY o.received_at, o.recommendation_id`;
}
