import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What the owner wants to be reminded of. */
@Entity('recommendation_reminders')
@Index('recommendation_reminders_due_at_idx', ['accountId', 'dueAt'], { where: 'done_at IS NULL' })
@ForeignKey('Recommendation', ['accountId', 'recommendationId'], ['accountId', 'id'], {
  name: 'recommendation_reminders_recommendation_fkey',
  onDelete: 'CASCADE',
})
export class RecommendationReminder {
  @PrimaryColumn({
    name: 'account_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendation_reminders_pkey',
  })
  accountId: string;

  @PrimaryColumn({
    name: 'recommendation_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendation_reminders_pkey',
  })
  recommendationId: string;

  @PrimaryColumn({
    name: 'reminder_id',
    type: 'uuid',
    primaryKeyConstraintName: 'recommendation_reminders_pkey',
  })
  id: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'text', type: 'text', nullable: true })
  text: string | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt: Date | null;
}
