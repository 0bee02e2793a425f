import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What has happened on a card since its owner was last told: added to where increments are merged, so that each visit is in it once. */
@Entity('usage_news')
@Index('usage_news_since_at_idx', ['sinceAt'], { where: 'since_at IS NOT NULL' })
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'usage_news_card_fkey',
  onDelete: 'CASCADE',
})
export class UsageNews {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_news_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_news_pkey' })
  cardId: string;

  /** When the first of it came; null when there is nothing untold. */
  @Column({ name: 'since_at', type: 'timestamptz', nullable: true })
  sinceAt: Date | null;

  @Column({ name: 'views', type: 'integer' })
  views: number;

  /** On the contact buttons. */
  @Column({ name: 'clicks', type: 'integer' })
  clicks: number;

  /** `YYYY-MM-DD`: the last day of which its owner was told that it is unusual. */
  @Column({ name: 'unusual_day', type: 'date', nullable: true })
  unusualDay: string | null;
}
