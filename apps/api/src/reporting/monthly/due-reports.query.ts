import { plansWith } from '@num-ecard/contracts/plans';
import type { EntityManager } from 'typeorm';

export interface DueReport {
  readonly accountId: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** Whether the model has the report and the owner wants it. */
  readonly wanted: boolean;
}

/**
 * The accounts of whom nothing is decided yet about the month that is due (`dueMonth` says the same of one), in the order of their ids. An
 * account that was made after a month's end has no report of it.
 */
export async function dueReports(manager: EntityManager, now: Date, limit: number): Promise<DueReport[]> {
  return manager.query<DueReport[]>(
    `SELECT a.account_id AS "accountId", due.month, a.plan = ANY ($2) AND a.report_monthly AS "wanted"
       FROM accounts a
      CROSS JOIN LATERAL (
            SELECT date_trunc('month', ($1::timestamptz AT TIME ZONE a.timezone) - interval '8 hours') AS before) ended
      CROSS JOIN LATERAL (SELECT to_char(ended.before - interval '1 month', 'YYYY-MM') AS month) due
      WHERE a.created_at < ended.before AT TIME ZONE a.timezone
        AND NOT EXISTS (SELECT FROM monthly_reports m WHERE m.account_id = a.account_id AND m.month = due.month)
      ORDER BY a.account_id
      LIMIT $3`,
    [now, plansWith('report.monthly'), limit],
  );
}
