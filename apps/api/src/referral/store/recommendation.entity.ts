import type { Consent, LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';
import type { HELD_REASONS } from '@num-ecard/contracts/referral';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One prospect recommended by one ambassador. Status and milestones are what replaying its history gives. Erasure empties what is
 * personal and leaves the row, so that counts stay as they were.
 */
@Entity('recommendations')
@Unique('recommendations_submission_key', ['accountId', 'cardId', 'submissionKey'])
@Check('recommendations_held_check', `held IN ('suspicious', 'refused', 'objection')`)
@Index('recommendations_received_at_idx', ['accountId', 'receivedAt', 'id'], { where: 'held IS NULL' })
@Index('recommendations_status_idx', ['accountId', 'status', 'receivedAt', 'id'], { where: 'held IS NULL' })
@Index('recommendations_ambassador_idx', ['accountId', 'ambassadorId'])
@Index('recommendations_prospect_idx', ['accountId', 'prospectId'])
@Index('recommendations_prospect_phone_idx', ['accountId', 'prospectPhone'])
@Index('recommendations_prospect_email_idx', ['accountId', 'prospectEmail'])
@Index('recommendations_sender_idx', ['accountId', 'cardId', 'receivedAt'], {
  where: 'sender_key IS NOT NULL',
})
@Index('recommendations_held_idx', ['accountId', 'receivedAt'], { where: `held = 'suspicious'` })
@Index('recommendations_told_at_idx', ['accountId', 'toldAt'], { where: 'told_at IS NOT NULL' })
@Index('recommendations_erase_at_idx', ['eraseAt'], { where: 'erase_at IS NOT NULL' })
@ForeignKey('Account', ['accountId'], ['id'], { name: 'recommendations_account_fkey', onDelete: 'CASCADE' })
@ForeignKey('Ambassador', ['accountId', 'ambassadorId'], ['accountId', 'id'], {
  name: 'recommendations_ambassador_fkey',
  onDelete: 'CASCADE',
})
export class Recommendation {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'recommendations_pkey' })
  accountId: string;

  @PrimaryColumn({
    name: 'recommendation_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendations_pkey',
  })
  id: string;

  @Column({ name: 'card_id', type: 'uuid' })
  cardId: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  @Column({ name: 'ambassador_id', type: 'uuid' })
  ambassadorId: string;

  /** As typed on this form. */
  @Column({ name: 'ambassador_name', type: 'text', nullable: true })
  ambassadorName: string | null;

  /** The same on every recommendation of the same person. */
  @Column({ name: 'prospect_id', type: 'uuid' })
  prospectId: string;

  @Column({ name: 'prospect_name', type: 'text', nullable: true })
  prospectName: string | null;

  /** E.164. */
  @Column({ name: 'prospect_phone', type: 'text', nullable: true })
  prospectPhone: string | null;

  /** In lower case. */
  @Column({ name: 'prospect_email', type: 'text', nullable: true })
  prospectEmail: string | null;

  @Column({ name: 'prospect_company', type: 'text', nullable: true })
  prospectCompany: string | null;

  @Column({ name: 'relation', type: 'text', nullable: true })
  relation: string | null;

  @Column({ name: 'message', type: 'text', nullable: true })
  message: string | null;

  /** What a search looks through: see `searchText`. */
  @Column({ name: 'search_text', type: 'text', default: '' })
  searchText: string;

  @Column({ name: 'status', type: 'text', default: 'new' })
  status: Status;

  @Column({ name: 'contacted_at', type: 'timestamptz', nullable: true })
  contactedAt: Date | null;

  @Column({ name: 'appointment_at', type: 'timestamptz', nullable: true })
  appointmentAt: Date | null;

  @Column({ name: 'converted_at', type: 'timestamptz', nullable: true })
  convertedAt: Date | null;

  @Column({ name: 'lost_at', type: 'timestamptz', nullable: true })
  lostAt: Date | null;

  @Column({ name: 'lost_reason', type: 'text', nullable: true })
  lostReason: LostReason | null;

  /** Of a client, in cents. The driver reads a bigint as text. */
  @Column({ name: 'value_cents', type: 'bigint', nullable: true })
  valueCents: string | null;

  @Column({ name: 'consent', type: 'text' })
  consent: Consent;

  /** When the prospect said so; null while only the ambassador has spoken. */
  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt: Date | null;

  /** The version of the words that the prospect read when they said so. */
  @Column({ name: 'consent_wording', type: 'text', nullable: true })
  consentWording: string | null;

  /** When the prospect was last spoken to. */
  @Column({ name: 'last_contact_at', type: 'timestamptz', nullable: true })
  lastContactAt: Date | null;

  /** When the owner last did something with it. */
  @Column({ name: 'last_activity_at', type: 'timestamptz', nullable: true })
  lastActivityAt: Date | null;

  /** Kept apart, and counted nowhere: waiting for the owner, refused by them, or of somebody who had objected. */
  @Column({ name: 'held', type: 'text', nullable: true })
  held: 'suspicious' | 'refused' | 'objection' | null;

  /** Why it was ever held. */
  @Column({ name: 'held_reasons', type: 'text', array: true, default: '{}' })
  heldReasons: (typeof HELD_REASONS)[number][];

  /** Keyed hash of what makes one submission: the same form sent again makes no second record. */
  @Column({ name: 'submission_key', type: 'bytea', nullable: true })
  submissionKey: Buffer | null;

  /** Keyed hash of the sender's address, forgotten after a day. */
  @Column({ name: 'sender_key', type: 'bytea', nullable: true })
  senderKey: Buffer | null;

  /** The owner's e-mail about it, as `mail_deliveries` knows it. */
  @Column({ name: 'alert_id', type: 'uuid', nullable: true })
  alertId: string | null;

  /** When the owner was told of it: on receipt, or once it was let through. Null of one that was kept apart, or not to be told. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt: Date | null;

  @Column({ name: 'revision', type: 'integer', default: 1 })
  revision: number;

  /** When its personal data must go: `retentionOf`. Null once it has. */
  @Column({ name: 'erase_at', type: 'timestamptz', nullable: true })
  eraseAt: Date | null;

  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt: Date | null;
}
