import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageOpenDays1795000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Filled within the hour by what closes days: until then open days are read card by card, as before.
    await runner.query(`
      ALTER TABLE accounts ADD COLUMN usage_open_together boolean NOT NULL DEFAULT false;
      CREATE TABLE usage_open_breakdowns (
        account_id uuid NOT NULL,
        dimension text NOT NULL,
        day date NOT NULL,
        key text NOT NULL,
        views integer NOT NULL,
        visitors integer NOT NULL,
        clicks integer NOT NULL,
        engaged_ms bigint NOT NULL,
        CONSTRAINT usage_open_breakdowns_pkey PRIMARY KEY (account_id, dimension, day, key),
        CONSTRAINT usage_open_breakdowns_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      ) WITH (fillfactor = 50);
      CREATE TABLE usage_open_cards (
        account_id uuid NOT NULL,
        dimension text NOT NULL,
        day date NOT NULL,
        key text NOT NULL,
        cards bytea NOT NULL,
        total integer NOT NULL,
        CONSTRAINT usage_open_cards_pkey PRIMARY KEY (account_id, dimension, day, key),
        CONSTRAINT usage_open_cards_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      ) WITH (fillfactor = 50);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE usage_open_cards;
      DROP TABLE usage_open_breakdowns;
      ALTER TABLE accounts DROP COLUMN usage_open_together;`);
  }
}
