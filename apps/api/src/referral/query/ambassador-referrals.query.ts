import type { DataSource } from 'typeorm';
import type { MeasuredReferral } from '../rules/metrics.js';
import { measured, MEASURED_COLUMNS, type MeasuredColumns } from './measured-columns.js';

/** What one ambassador has ever recommended, as it is counted. */
export async function ambassadorReferrals(
  dataSource: DataSource,
  accountId: string,
  ambassadorId: string,
): Promise<MeasuredReferral[]> {
  const [row] = await dataSource.query<MeasuredColumns[]>(
    `SELECT ${MEASURED_COLUMNS} FROM recommendations r
      WHERE r.account_id = $1 AND r.ambassador_id = $2 AND r.held IS NULL`,
    [accountId, ambassadorId],
  );
  return measured(row);
}
