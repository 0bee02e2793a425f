import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What owners choose, and their API keys. A key is looked up before its account is known: a plain table on a spread
 * database, without a foreign key to `accounts`.
 */
export class AccountSettings1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        ADD COLUMN report_monthly boolean NOT NULL DEFAULT true,
        ADD COLUMN notify_visits boolean NOT NULL DEFAULT true,
        ADD COLUMN notify_unusual boolean NOT NULL DEFAULT true,
        ADD COLUMN notify_first_link_visit boolean NOT NULL DEFAULT true,
        ADD COLUMN notify_recommendation boolean NOT NULL DEFAULT true,
        ADD COLUMN quiet_from text,
        ADD COLUMN quiet_to text,
        ADD COLUMN number_before_consent text NOT NULL DEFAULT 'warn',
        ADD CONSTRAINT accounts_quiet_hours_check CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
        ADD CONSTRAINT accounts_number_before_consent_check CHECK (number_before_consent IN ('warn', 'mask'));
      CREATE TABLE api_keys (
        key_id uuid NOT NULL,
        account_id uuid NOT NULL,
        digest bytea NOT NULL,
        name text NOT NULL,
        prefix text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_used_at timestamptz,
        CONSTRAINT api_keys_pkey PRIMARY KEY (key_id),
        CONSTRAINT api_keys_digest_key UNIQUE (digest)
      );
      CREATE INDEX api_keys_account_id_idx ON api_keys (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE api_keys;
      ALTER TABLE accounts
        DROP COLUMN report_monthly, DROP COLUMN notify_visits, DROP COLUMN notify_unusual,
        DROP COLUMN notify_first_link_visit, DROP COLUMN notify_recommendation,
        DROP COLUMN quiet_from, DROP COLUMN quiet_to, DROP COLUMN number_before_consent;
    `);
  }
}
