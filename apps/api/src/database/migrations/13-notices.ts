import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What owners are told without asking, and what is gathered until they are. */
export class Notices1795000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        account_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        kind text NOT NULL,
        told_at timestamptz NOT NULL,
        path text NOT NULL,
        counts jsonb NOT NULL,
        card_id uuid,
        read_at timestamptz,
        CONSTRAINT notices_pkey PRIMARY KEY (account_id, notice_id),
        CONSTRAINT notices_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE,
        CONSTRAINT notices_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      );
      CREATE INDEX notices_told_at_idx ON notices (account_id, told_at, notice_id);
      CREATE INDEX notices_unread_idx ON notices (account_id, kind) WHERE read_at IS NULL;

      CREATE TABLE push_held (
        account_id uuid NOT NULL,
        subscription_id uuid NOT NULL,
        kind text NOT NULL,
        path text NOT NULL,
        counts jsonb NOT NULL,
        notices integer NOT NULL,
        until_at timestamptz NOT NULL,
        CONSTRAINT push_held_pkey PRIMARY KEY (account_id, subscription_id, kind),
        CONSTRAINT push_held_subscription_fkey FOREIGN KEY (account_id, subscription_id)
          REFERENCES push_subscriptions (account_id, subscription_id) ON DELETE CASCADE
      );

      -- Rows are updated over and over: room on the page keeps those updates off the index.
      CREATE TABLE usage_news (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        since_at timestamptz,
        views integer NOT NULL,
        clicks integer NOT NULL,
        unusual_day date,
        CONSTRAINT usage_news_pkey PRIMARY KEY (account_id, card_id),
        CONSTRAINT usage_news_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      ) WITH (fillfactor = 70);
      CREATE INDEX usage_news_since_at_idx ON usage_news (since_at) WHERE since_at IS NOT NULL;

      ALTER TABLE usage_increments ADD COLUMN news jsonb;

      ALTER TABLE named_links
        ADD COLUMN visited_at timestamptz,
        ADD COLUMN visit_untold boolean NOT NULL DEFAULT false;
      CREATE INDEX named_links_untold_idx ON named_links (account_id) WHERE visit_untold;
      -- What was visited before is no news: read from the rollups, which hold a code as the second part of a source's key.
      UPDATE named_links l SET visited_at = before.day AT TIME ZONE 'UTC'
        FROM (SELECT account_id, card_id, split_part(key, '/', 2) AS code, min(day)::timestamp AS day
                FROM usage_day_breakdowns
               WHERE dimension = 'source' AND views > 0 AND split_part(key, '/', 2) <> ''
               GROUP BY 1, 2, 3) AS before
       WHERE (l.account_id, l.card_id, l.code) = (before.account_id, before.card_id, before.code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE named_links DROP COLUMN visited_at, DROP COLUMN visit_untold;
      ALTER TABLE usage_increments DROP COLUMN news;
      DROP TABLE usage_news;
      DROP TABLE push_held;
      DROP TABLE notices;
    `);
  }
}
