import type { DataSource } from 'typeorm';
import type { Span } from '../../clocks/span.js';
import type { MeasuredReferral } from '../rules/metrics.js';
import { AMBASSADOR_CONTACT, type AmbassadorContactRow } from './ambassador-contact.js';
import { measured, MEASURED_COLUMNS, type MeasuredColumns } from './measured-columns.js';

export interface MeasuredAmbassador {
  readonly contact: AmbassadorContactRow;
  readonly referrals: readonly MeasuredReferral[];
}

/** Those who recommended somebody in a time, with what they recommended in it. */
export async function ambassadorsMeasured(
  dataSource: DataSource,
  accountId: string,
  { from, before }: Span,
): Promise<MeasuredAmbassador[]> {
  const rows = await dataSource.query<(AmbassadorContactRow & MeasuredColumns)[]>(
    `SELECT ${AMBASSADOR_CONTACT}, m.*
       FROM (SELECT r.ambassador_id, ${MEASURED_COLUMNS} FROM recommendations r
              WHERE r.account_id = $1 AND r.held IS NULL AND r.received_at >= $2 AND r.received_at < $3
              GROUP BY r.ambassador_id) m
       JOIN ambassadors a ON a.account_id = $1 AND a.ambassador_id = m.ambassador_id`,
    [accountId, from, before],
  );
  return rows.map((row) => ({ contact: row, referrals: measured(row) }));
}
