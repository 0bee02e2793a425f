import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { UsageDimension } from './usage-dimension.js';

/**
 * Rollup: a card's figures by day of the account's time zone and by one dimension. What the keys of each are and what its
 * figures mean: `usage-dimension.ts`.
 */
@Entity('usage_day_breakdowns')
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'usage_day_breakdowns_card_fkey',
  onDelete: 'CASCADE',
})
@Index('usage_day_breakdowns_dimension_day_idx', ['accountId', 'dimension', 'day'])
export class UsageDayBreakdown {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_day_breakdowns_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_day_breakdowns_pkey' })
  cardId: string;

  @PrimaryColumn({ name: 'dimension', type: 'text', primaryKeyConstraintName: 'usage_day_breakdowns_pkey' })
  dimension: UsageDimension;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_day_breakdowns_pkey' })
  day: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'usage_day_breakdowns_pkey' })
  key: string;

  @Column({ name: 'views', type: 'integer' })
  views: number;

  @Column({ name: 'visitors', type: 'integer' })
  visitors: number;

  @Column({ name: 'clicks', type: 'integer' })
  clicks: number;

  /** Milliseconds. A string: it may outgrow an exact JavaScript number. */
  @Column({ name: 'engaged_ms', type: 'bigint' })
  engagedMs: string;
}
