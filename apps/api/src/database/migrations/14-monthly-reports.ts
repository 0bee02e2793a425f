import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was decided of each account's monthly e-mail. For accounts that are there already the month that is due now counts as decided:
 * none of them gets last month's because of an update.
 */
export class MonthlyReports1795000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE monthly_reports (
        account_id uuid NOT NULL,
        month text NOT NULL,
        decided_at timestamptz NOT NULL,
        delivery_id uuid,
        CONSTRAINT monthly_reports_pkey PRIMARY KEY (account_id, month),
        CONSTRAINT monthly_reports_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE INDEX monthly_reports_month_idx ON monthly_reports (month, account_id);
      INSERT INTO monthly_reports (account_id, month, decided_at)
      SELECT account_id,
             to_char(date_trunc('month', (now() AT TIME ZONE timezone) - interval '8 hours') - interval '1 month', 'YYYY-MM'),
             now()
        FROM accounts;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE monthly_reports');
  }
}
