import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccountsAndCards1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        account_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        plan text NOT NULL,
        locale text NOT NULL,
        timezone text NOT NULL,
        external_id text,
        demo_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT accounts_pkey PRIMARY KEY (account_id)
      );
      CREATE TABLE account_external_ids (
        external_id text NOT NULL,
        account_id uuid NOT NULL,
        CONSTRAINT account_external_ids_pkey PRIMARY KEY (external_id)
      );
      CREATE TABLE cards (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        profile jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        revised_at timestamptz NOT NULL,
        CONSTRAINT cards_pkey PRIMARY KEY (account_id, card_id),
        CONSTRAINT cards_account_id_slug_key UNIQUE (account_id, slug),
        CONSTRAINT cards_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE card_addresses (
        slug text NOT NULL,
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        CONSTRAINT card_addresses_pkey PRIMARY KEY (slug)
      );
      CREATE TABLE card_photos (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        version text NOT NULL,
        CONSTRAINT card_photos_pkey PRIMARY KEY (account_id, card_id),
        CONSTRAINT card_photos_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE card_photos, card_addresses, cards, account_external_ids, accounts');
  }
}
