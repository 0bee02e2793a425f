import type { ACTORS, HISTORY_KINDS } from '@num-ecard/contracts/referral';
import type { Consent, LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What happened to a recommendation, in order. Only ever added to; erasure empties the notes. */
@Entity('recommendation_history')
@ForeignKey('Recommendation', ['accountId', 'recommendationId'], ['accountId', 'id'], {
  name: 'recommendation_history_recommendation_fkey',
  onDelete: 'CASCADE',
})
export class RecommendationHistory {
  @PrimaryColumn({
    name: 'account_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendation_history_pkey',
  })
  accountId: string;

  @PrimaryColumn({
    name: 'recommendation_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendation_history_pkey',
  })
  recommendationId: string;

  /** 1, 2, 3 … */
  @PrimaryColumn({ name: 'number', type: 'integer', primaryKeyConstraintName: 'recommendation_history_pkey' })
  number: number;

  @Column({ name: 'kind', type: 'text' })
  kind: (typeof HISTORY_KINDS)[number];

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'actor', type: 'text' })
  actor: (typeof ACTORS)[number];

  @Column({ name: 'from_status', type: 'text', nullable: true })
  fromStatus: Status | null;

  @Column({ name: 'to_status', type: 'text', nullable: true })
  toStatus: Status | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: LostReason | null;

  @Column({ name: 'value_cents', type: 'bigint', nullable: true })
  valueCents: string | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'consent', type: 'text', nullable: true })
  consent: Consent | null;

  /** The number of the entry that this one takes back. */
  @Column({ name: 'corrects', type: 'integer', nullable: true })
  corrects: number | null;
}
