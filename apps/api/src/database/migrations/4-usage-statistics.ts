import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageStatistics1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        ADD COLUMN usage_months_kept smallint NOT NULL DEFAULT 25,
        ADD COLUMN usage_closed_before date,
        ADD COLUMN usage_closed_together boolean NOT NULL DEFAULT false,
        ADD COLUMN usage_is_stale boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT accounts_usage_months_kept_check CHECK (usage_months_kept BETWEEN 1 AND 25);
      -- What was counted so far was counted with less detail: it is counted again from the events.
      UPDATE accounts SET usage_is_stale = true;

      -- By which sums over many cards tell them apart: shorter than their ids.
      ALTER TABLE cards ADD COLUMN number integer;
      UPDATE cards c SET number = counted.number
        FROM (SELECT account_id, card_id,
                     row_number() OVER (PARTITION BY account_id ORDER BY created_at, card_id) AS number
                FROM cards) AS counted
       WHERE (c.account_id, c.card_id) = (counted.account_id, counted.card_id);
      ALTER TABLE cards
        ALTER COLUMN number SET NOT NULL,
        ADD CONSTRAINT cards_account_id_number_key UNIQUE (account_id, number);

      -- That the account exists is seen to by what counts in the same transaction, once instead of for each event.
      ALTER TABLE tracking_events DROP CONSTRAINT tracking_events_card_fkey;
      ALTER TABLE tracking_events ADD COLUMN new_visitor boolean;
      -- Nobody was told apart before: each visit's first view is a visitor's.
      UPDATE tracking_events e SET new_visitor = true
        FROM (SELECT DISTINCT ON (account_id, card_id, visit_id) account_id, card_id, occurred_at, event_id
                FROM tracking_events WHERE type = 'view'
               ORDER BY account_id, card_id, visit_id, received_at, event_id) AS first
       WHERE (e.account_id, e.card_id, e.occurred_at, e.event_id)
           = (first.account_id, first.card_id, first.occurred_at, first.event_id);

      -- The ids come and go in the order of time.
      DROP INDEX tracking_event_ids_received_at_idx;
      CREATE INDEX tracking_event_ids_received_at_idx ON tracking_event_ids USING brin (received_at);

      CREATE TABLE tracking_visits (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        visit_id uuid NOT NULL,
        revision integer NOT NULL,
        began_at timestamptz NOT NULL,
        viewed boolean NOT NULL,
        source text,
        link_code text,
        referrer_host text,
        country text,
        region text,
        city text,
        device text,
        browser text,
        system text,
        new_visitor boolean,
        engaged_ms integer NOT NULL,
        clicks jsonb NOT NULL,
        waiting jsonb,
        CONSTRAINT tracking_visits_pkey PRIMARY KEY (account_id, card_id, visit_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX tracking_visits_card_began_at_idx ON tracking_visits (account_id, card_id, began_at, visit_id);
      CREATE INDEX tracking_visits_waiting_idx ON tracking_visits (account_id, began_at) WHERE NOT viewed;

      CREATE TABLE visitor_salts (
        account_id uuid NOT NULL,
        day date NOT NULL,
        salt bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT visitor_salts_pkey PRIMARY KEY (account_id, day),
        CONSTRAINT visitor_salts_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE usage_visitors (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        day date NOT NULL,
        visitor bytea NOT NULL,
        CONSTRAINT usage_visitors_pkey PRIMARY KEY (account_id, card_id, day, visitor)
      );

      DROP TABLE usage_day_targets;
      DELETE FROM usage_days;
      ALTER TABLE usage_days
        ADD COLUMN visitors integer NOT NULL,
        ADD COLUMN engaged_ms bigint NOT NULL;
      CREATE TABLE usage_day_breakdowns (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        dimension text NOT NULL,
        day date NOT NULL,
        key text NOT NULL,
        views integer NOT NULL,
        visitors integer NOT NULL,
        clicks integer NOT NULL,
        engaged_ms bigint NOT NULL,
        CONSTRAINT usage_day_breakdowns_pkey PRIMARY KEY (account_id, card_id, dimension, day, key),
        CONSTRAINT usage_day_breakdowns_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      ) WITH (fillfactor = 70);
      -- Of all cards together, day by day.
      CREATE INDEX usage_day_breakdowns_dimension_day_idx ON usage_day_breakdowns (account_id, dimension, day);
      CREATE TABLE usage_increments (
        account_id uuid NOT NULL,
        increment_id uuid NOT NULL,
        cards uuid[] NOT NULL,
        dimensions text[] NOT NULL,
        days date[] NOT NULL,
        keys text[] NOT NULL,
        views integer[] NOT NULL,
        visitors integer[] NOT NULL,
        clicks integer[] NOT NULL,
        engaged_ms bigint[] NOT NULL,
        viewed_at timestamptz[] NOT NULL,
        CONSTRAINT usage_increments_pkey PRIMARY KEY (account_id, increment_id),
        CONSTRAINT usage_increments_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE usage_closed_breakdowns (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        grain text NOT NULL,
        dimension text NOT NULL,
        start date NOT NULL,
        key text NOT NULL,
        views integer NOT NULL,
        visitors integer NOT NULL,
        clicks integer NOT NULL,
        engaged_ms bigint NOT NULL,
        CONSTRAINT usage_closed_breakdowns_pkey
          PRIMARY KEY (account_id, card_id, grain, dimension, start, key),
        CONSTRAINT usage_closed_breakdowns_grain_check CHECK (grain IN ('day', 'month')),
        CONSTRAINT usage_closed_breakdowns_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE usage_closed_cards (
        account_id uuid NOT NULL,
        grain text NOT NULL,
        dimension text NOT NULL,
        start date NOT NULL,
        key text NOT NULL,
        cards bytea NOT NULL,
        CONSTRAINT usage_closed_cards_pkey PRIMARY KEY (account_id, grain, dimension, start, key),
        CONSTRAINT usage_closed_cards_grain_check CHECK (grain IN ('day', 'month')),
        CONSTRAINT usage_closed_cards_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE named_links (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        code text NOT NULL,
        label text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT named_links_pkey PRIMARY KEY (account_id, card_id, code),
        CONSTRAINT named_links_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('What is counted from here on cannot be told in the tables of before.');
  }
}
