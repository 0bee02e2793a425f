import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The browsers that want an account's alerts. */
export class PushSubscriptions1795000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscriptions (
        account_id uuid NOT NULL,
        subscription_id uuid NOT NULL,
        endpoint text NOT NULL,
        p256dh text NOT NULL,
        auth text NOT NULL,
        browser text,
        system text,
        locale text NOT NULL,
        created_at timestamptz NOT NULL,
        refused_count integer NOT NULL DEFAULT 0,
        CONSTRAINT push_subscriptions_pkey PRIMARY KEY (account_id, subscription_id),
        CONSTRAINT push_subscriptions_endpoint_key UNIQUE (account_id, endpoint),
        CONSTRAINT push_subscriptions_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE INDEX push_subscriptions_endpoint_idx ON push_subscriptions (endpoint);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE push_subscriptions');
  }
}
