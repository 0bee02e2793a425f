import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Referral tracking, and how far an e-mail has come. `referral_links` is looked up before the account is known: a plain table on a
 * spread database, without a foreign key to `accounts`.
 */
export class Referrals1795000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ambassadors (
        account_id uuid NOT NULL,
        ambassador_id uuid NOT NULL,
        name text,
        email text,
        phone text,
        created_at timestamptz NOT NULL,
        thanked_at timestamptz,
        erased_at timestamptz,
        CONSTRAINT ambassadors_pkey PRIMARY KEY (account_id, ambassador_id),
        CONSTRAINT ambassadors_email_key UNIQUE (account_id, email),
        CONSTRAINT ambassadors_phone_key UNIQUE (account_id, phone),
        CONSTRAINT ambassadors_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE recommendations (
        account_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        card_id uuid NOT NULL,
        received_at timestamptz NOT NULL,
        ambassador_id uuid NOT NULL,
        ambassador_name text,
        prospect_id uuid NOT NULL,
        prospect_name text,
        prospect_phone text,
        prospect_email text,
        prospect_company text,
        relation text,
        message text,
        search_text text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'new',
        contacted_at timestamptz,
        appointment_at timestamptz,
        converted_at timestamptz,
        lost_at timestamptz,
        lost_reason text,
        value_cents bigint,
        consent text NOT NULL,
        consent_at timestamptz,
        consent_wording text,
        last_contact_at timestamptz,
        last_activity_at timestamptz,
        held text,
        held_reasons text[] NOT NULL DEFAULT '{}',
        submission_key bytea,
        sender_key bytea,
        alert_id uuid,
        revision integer NOT NULL DEFAULT 1,
        erase_at timestamptz,
        erased_at timestamptz,
        CONSTRAINT recommendations_pkey PRIMARY KEY (account_id, recommendation_id),
        CONSTRAINT recommendations_submission_key UNIQUE (account_id, card_id, submission_key),
        CONSTRAINT recommendations_held_check CHECK (held IN ('suspicious', 'refused', 'objection')),
        CONSTRAINT recommendations_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE,
        CONSTRAINT recommendations_ambassador_fkey FOREIGN KEY (account_id, ambassador_id)
          REFERENCES ambassadors (account_id, ambassador_id) ON DELETE CASCADE
      );
      CREATE INDEX recommendations_received_at_idx ON recommendations (account_id, received_at, recommendation_id)
        WHERE held IS NULL;
      CREATE INDEX recommendations_status_idx ON recommendations (account_id, status, received_at, recommendation_id)
        WHERE held IS NULL;
      CREATE INDEX recommendations_ambassador_idx ON recommendations (account_id, ambassador_id);
      CREATE INDEX recommendations_prospect_idx ON recommendations (account_id, prospect_id);
      CREATE INDEX recommendations_prospect_phone_idx ON recommendations (account_id, prospect_phone);
      CREATE INDEX recommendations_prospect_email_idx ON recommendations (account_id, prospect_email);
      CREATE INDEX recommendations_sender_idx ON recommendations (account_id, card_id, received_at)
        WHERE sender_key IS NOT NULL;
      CREATE INDEX recommendations_held_idx ON recommendations (account_id, received_at) WHERE held = 'suspicious';
      CREATE INDEX recommendations_erase_at_idx ON recommendations (erase_at) WHERE erase_at IS NOT NULL;
      CREATE TABLE recommendation_history (
        account_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        number integer NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        from_status text,
        to_status text,
        reason text,
        value_cents bigint,
        note text,
        consent text,
        corrects integer,
        CONSTRAINT recommendation_history_pkey PRIMARY KEY (account_id, recommendation_id, number),
        CONSTRAINT recommendation_history_recommendation_fkey FOREIGN KEY (account_id, recommendation_id)
          REFERENCES recommendations (account_id, recommendation_id) ON DELETE CASCADE
      );
      CREATE TABLE recommendation_reminders (
        account_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        reminder_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        text text,
        done_at timestamptz,
        CONSTRAINT recommendation_reminders_pkey PRIMARY KEY (account_id, recommendation_id, reminder_id),
        CONSTRAINT recommendation_reminders_recommendation_fkey FOREIGN KEY (account_id, recommendation_id)
          REFERENCES recommendations (account_id, recommendation_id) ON DELETE CASCADE
      );
      CREATE INDEX recommendation_reminders_due_at_idx ON recommendation_reminders (account_id, due_at)
        WHERE done_at IS NULL;
      CREATE TABLE referral_objections (
        account_id uuid NOT NULL,
        contact_key bytea NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT referral_objections_pkey PRIMARY KEY (account_id, contact_key),
        CONSTRAINT referral_objections_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
      CREATE TABLE referral_links (
        digest bytea NOT NULL,
        account_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        CONSTRAINT referral_links_pkey PRIMARY KEY (digest)
      );
      CREATE INDEX referral_links_account_id_idx ON referral_links (account_id);
      CREATE TABLE mail_deliveries (
        account_id uuid NOT NULL,
        delivery_id uuid NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        CONSTRAINT mail_deliveries_pkey PRIMARY KEY (account_id, delivery_id),
        CONSTRAINT mail_deliveries_account_fkey FOREIGN KEY (account_id)
          REFERENCES accounts (account_id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_deliveries, referral_links, referral_objections, recommendation_reminders, recommendation_history,
        recommendations, ambassadors;
    `);
  }
}
