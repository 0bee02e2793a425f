import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of better-auth, under our names; it leaves the ids to the database. Plain tables on a spread database: looked up by e-mail or
 * token before the account is known, so without a foreign key to `accounts`.
 */
export class SignIn1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        email_verified boolean NOT NULL,
        image text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT users_pkey PRIMARY KEY (id),
        CONSTRAINT users_email_key UNIQUE (email)
      );
      CREATE INDEX users_account_id_idx ON users (account_id);
      CREATE TABLE sessions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        token text NOT NULL,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (id),
        CONSTRAINT sessions_token_key UNIQUE (token),
        CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX sessions_user_id_idx ON sessions (user_id);
      CREATE TABLE credentials (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        password text,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT credentials_pkey PRIMARY KEY (id),
        CONSTRAINT credentials_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX credentials_user_id_idx ON credentials (user_id);
      CREATE TABLE verifications (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT verifications_pkey PRIMARY KEY (id)
      );
      CREATE INDEX verifications_identifier_idx ON verifications (identifier);
      CREATE TABLE rate_limits (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        key text NOT NULL,
        count integer NOT NULL,
        last_request bigint NOT NULL,
        CONSTRAINT rate_limits_pkey PRIMARY KEY (id),
        CONSTRAINT rate_limits_key_key UNIQUE (key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits, verifications, credentials, sessions, users');
  }
}
