import type { DataSource } from 'typeorm';
import type { MailDelivery } from '../../notifications/mail/mail-delivery.entity.js';
import { type RecommendationRow, ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

export interface RecordRow extends RecommendationRow {
  readonly relation: string | null;
  readonly message: string | null;
  readonly consentAt: Date | null;
  readonly ambassadorEmail: string | null;
  readonly ambassadorPhone: string | null;
  /** Null when there was no e-mail, or it is not known any more. */
  readonly alertState: MailDelivery['state'] | null;
  readonly alertAttempts: number | null;
  readonly alertSentAt: Date | null;
}

/** One recommendation of an account with what its record shows beyond a list. */
export async function recommendationRecord(
  dataSource: DataSource,
  accountId: string,
  id: string,
): Promise<RecordRow | undefined> {
  const rows = await dataSource.query<RecordRow[]>(
    `SELECT ${ROW_COLUMNS}, r.relation, r.message, r.consent_at AS "consentAt", a.email AS "ambassadorEmail",
            a.phone AS "ambassadorPhone", d.state AS "alertState", d.attempts AS "alertAttempts", d.sent_at AS "alertSentAt"
       FROM recommendations r ${ROW_JOINS}
       LEFT JOIN mail_deliveries d ON d.account_id = r.account_id AND d.delivery_id = r.alert_id
      WHERE r.account_id = $1 AND r.recommendation_id = $2 AND r.held IS NULL`,
    [accountId, id],
  );
  return rows[0];
}
