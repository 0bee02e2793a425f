import type { REPORT_STATES } from '@num-ecard/contracts/monthly-report';
import type { DataSource } from 'typeorm';
import { REPORT_DELIVERY, REPORT_STATE } from './report-state.js';

export interface LastReport {
  readonly month: string;
  readonly state: (typeof REPORT_STATES)[number];
  readonly sentAt: Date | null;
}

/** Of the last month that anything is decided of. */
export async function lastReport(dataSource: DataSource, accountId: string): Promise<LastReport | undefined> {
  const rows = await dataSource.query<LastReport[]>(
    `SELECT m.month, ${REPORT_STATE} AS "state", d.sent_at AS "sentAt"
       FROM monthly_reports m ${REPORT_DELIVERY}
      WHERE m.account_id = $1
      ORDER BY m.month DESC
      LIMIT 1`,
    [accountId],
  );
  return rows[0];
}
