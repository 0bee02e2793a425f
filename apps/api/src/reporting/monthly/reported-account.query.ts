import type { Locale } from '@num-ecard/contracts/locale';
import type { Plan } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';

/** What a monthly e-mail needs to know of its account. */
export interface ReportedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly plan: Plan;
  /** In whose words it is written. */
  readonly language: Locale;
  readonly timezone: string;
  readonly demo: boolean;
  /** Whether the owner wants it. */
  readonly wanted: boolean;
  readonly usageMonthsKept: number;
  readonly createdAt: Date;
}

export async function reportedAccount(
  dataSource: DataSource,
  accountId: string,
): Promise<ReportedAccount | undefined> {
  const rows = await dataSource.sql<ReportedAccount[]>`
    SELECT account_id AS "id", name, email, plan, locale AS "language", timezone, demo_until IS NOT NULL AS "demo",
           report_monthly AS "wanted", usage_months_kept AS "usageMonthsKept", created_at AS "createdAt"
      FROM accounts
     WHERE account_id = ${accountId}`;
  return rows[0];
}
