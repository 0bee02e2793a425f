import type { DataSource } from 'typeorm';
import type { Span } from '../../clocks/span.js';
import type { MeasuredReferral } from '../rules/metrics.js';
import { measured, MEASURED_COLUMNS, type MeasuredColumns } from './measured-columns.js';

/** What of an account's recommendations counts in a time: those received, contacted or converted in it. */
export async function measuredReferrals(
  dataSource: DataSource,
  accountId: string,
  { from, before }: Span,
): Promise<MeasuredReferral[]> {
  const [row] = await dataSource.query<MeasuredColumns[]>(
    `SELECT ${MEASURED_COLUMNS} FROM recommendations r
      WHERE r.account_id = $1 AND r.held IS NULL
        AND (r.received_at >= $2 AND r.received_at < $3
          OR r.contacted_at >= $2 AND r.contacted_at < $3
          OR r.converted_at >= $2 AND r.converted_at < $3)`,
    [accountId, from, before],
  );
  return measured(row);
}
