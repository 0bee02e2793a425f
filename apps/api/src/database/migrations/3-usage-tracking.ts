import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageTracking1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tracking_events (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        event_id uuid NOT NULL,
        visit_id uuid NOT NULL,
        type text NOT NULL,
        target text,
        engaged_ms integer,
        source text,
        link_code text,
        referrer_host text,
        country text,
        region text,
        city text,
        device text,
        browser text,
        system text,
        received_at timestamptz NOT NULL,
        CONSTRAINT tracking_events_pkey PRIMARY KEY (account_id, card_id, occurred_at, event_id),
        CONSTRAINT tracking_events_type_check CHECK (type IN ('view', 'click', 'engagement')),
        CONSTRAINT tracking_events_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      ) PARTITION BY RANGE (occurred_at);
      -- Catches what no month has been made for, so that a missing partition never loses an event.
      CREATE TABLE tracking_events_default PARTITION OF tracking_events DEFAULT;
      CREATE TABLE tracking_event_ids (
        account_id uuid NOT NULL,
        event_id uuid NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT tracking_event_ids_pkey PRIMARY KEY (account_id, event_id)
      );
      CREATE INDEX tracking_event_ids_received_at_idx ON tracking_event_ids (received_at);
      -- Hot rows are updated over and over: room on the page keeps those updates off the index.
      CREATE TABLE usage_days (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        day date NOT NULL,
        views integer NOT NULL,
        clicks integer NOT NULL,
        last_view_at timestamptz,
        CONSTRAINT usage_days_pkey PRIMARY KEY (account_id, card_id, day),
        CONSTRAINT usage_days_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      ) WITH (fillfactor = 70);
      CREATE TABLE usage_day_targets (
        account_id uuid NOT NULL,
        card_id uuid NOT NULL,
        day date NOT NULL,
        target text NOT NULL,
        clicks integer NOT NULL,
        CONSTRAINT usage_day_targets_pkey PRIMARY KEY (account_id, card_id, day, target),
        CONSTRAINT usage_day_targets_card_fkey FOREIGN KEY (account_id, card_id)
          REFERENCES cards (account_id, card_id) ON DELETE CASCADE
      ) WITH (fillfactor = 70);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE usage_day_targets, usage_days, tracking_event_ids, tracking_events');
  }
}
