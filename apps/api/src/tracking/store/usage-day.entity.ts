import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Rollup: a card's totals by day of the account's time zone. */
@Entity('usage_days')
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'usage_days_card_fkey',
  onDelete: 'CASCADE',
})
export class UsageDay {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_days_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_days_pkey' })
  cardId: string;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_days_pkey' })
  day: string;

  @Column({ name: 'views', type: 'integer' })
  views: number;

  @Column({ name: 'visitors', type: 'integer' })
  visitors: number;

  @Column({ name: 'clicks', type: 'integer' })
  clicks: number;

  /** Of the visits of the day, whenever it was told. A string: it may outgrow an exact JavaScript number. */
  @Column({ name: 'engaged_ms', type: 'bigint' })
  engagedMs: string;

  @Column({ name: 'last_view_at', type: 'timestamptz', nullable: true })
  lastViewAt: Date | null;
}
