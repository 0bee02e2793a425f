import type { Locale } from '@num-ecard/contracts/locale';
import type { Plan } from '@num-ecard/contracts/plans';
import type { Settings } from '@num-ecard/contracts/settings';
import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An owner's account. One account has one owner, who signs in as one row of `users`. */
@Entity('accounts')
@Check('accounts_usage_months_kept_check', `usage_months_kept BETWEEN 1 AND 25`)
@Check('accounts_quiet_hours_check', `(quiet_from IS NULL) = (quiet_to IS NULL)`)
@Check('accounts_number_before_consent_check', `number_before_consent IN ('warn', 'mask')`)
export class Account {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'accounts_pkey' })
  id: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'plan', type: 'text' })
  plan: Plan;

  @Column({ name: 'locale', type: 'text' })
  locale: Locale;

  @Column({ name: 'timezone', type: 'text' })
  timezone: string;

  /** The operator's own id for it. */
  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId: string | null;

  /** Until when its demo visits were generated; null for every account outside the demo. */
  @Column({ name: 'demo_until', type: 'timestamptz', nullable: true })
  demoUntil: Date | null;

  /** Months after which its visits are deleted, at most the 25 that the law allows. */
  @Column({ name: 'usage_months_kept', type: 'smallint', default: 25 })
  usageMonthsKept: number;

  /** `YYYY-MM-DD`, a day of its time zone: every day before it is closed. Null until the first is. */
  @Column({ name: 'usage_closed_before', type: 'date', nullable: true })
  usageClosedBefore: string | null;

  /** Whether closed days are also summed over all its cards: not while there is only one. */
  @Column({ name: 'usage_closed_together', type: 'boolean', default: false })
  usageClosedTogether: boolean;

  /** Whether the days that are not closed are, too. */
  @Column({ name: 'usage_open_together', type: 'boolean', default: false })
  usageOpenTogether: boolean;

  /** Its rollups must be counted again from the events: its days are other ones now. */
  @Column({ name: 'usage_is_stale', type: 'boolean', default: false })
  usageIsStale: boolean;

  /** Whether the month's report comes by e-mail, where the model has it. */
  @Column({ name: 'report_monthly', type: 'boolean', default: true })
  reportMonthly: boolean;

  @Column({ name: 'notify_visits', type: 'boolean', default: true })
  notifyVisits: boolean;

  @Column({ name: 'notify_unusual', type: 'boolean', default: true })
  notifyUnusual: boolean;

  @Column({ name: 'notify_first_link_visit', type: 'boolean', default: true })
  notifyFirstLinkVisit: boolean;

  @Column({ name: 'notify_recommendation', type: 'boolean', default: true })
  notifyRecommendation: boolean;

  /** `HH:MM` in its time zone: no notifications from then on, until `quietTo`. Null with it when they may come at any time. */
  @Column({ name: 'quiet_from', type: 'text', nullable: true })
  quietFrom: string | null;

  @Column({ name: 'quiet_to', type: 'text', nullable: true })
  quietTo: string | null;

  /** What is shown of a prospect who has not agreed to be called: the number with a warning, or none. */
  @Column({ name: 'number_before_consent', type: 'text', default: 'warn' })
  numberBeforeConsent: Settings['referral']['numberBeforeConsent'];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
