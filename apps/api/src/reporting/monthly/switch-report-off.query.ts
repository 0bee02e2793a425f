import type { DataSource } from 'typeorm';

/** As if the owner had switched it off in the settings. */
export async function switchReportOff(dataSource: DataSource, accountId: string): Promise<void> {
  await dataSource.query('UPDATE accounts SET report_monthly = false WHERE account_id = $1', [accountId]);
}
