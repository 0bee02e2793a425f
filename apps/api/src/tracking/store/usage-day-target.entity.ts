import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Rollup: a card's clicks by target and day of the account's time zone. */
@Entity('usage_day_targets')
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'usage_day_targets_card_fkey',
  onDelete: 'CASCADE',
})
export class UsageDayTarget {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_day_targets_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_day_targets_pkey' })
  cardId: string;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_day_targets_pkey' })
  day: string;

  @PrimaryColumn({ name: 'target', type: 'text', primaryKeyConstraintName: 'usage_day_targets_pkey' })
  target: string;

  @Column({ name: 'clicks', type: 'integer' })
  clicks: number;
}
