import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClosedDimension } from './usage-dimension.js';

/**
 * Rollup of rollups: sums of closed days, over the month, over all of an account's cards, or over both, so that a panel's
 * cost does not grow with the time or with the cards it spans. Written once, when a day is closed.
 */
@Entity('usage_closed_breakdowns')
@Check('usage_closed_breakdowns_grain_check', `grain IN ('day', 'month')`)
@ForeignKey('Account', ['accountId'], ['id'], {
  name: 'usage_closed_breakdowns_account_fkey',
  onDelete: 'CASCADE',
})
export class UsageClosedBreakdown {
  @PrimaryColumn({
    name: 'account_id',
    type: 'uuid',
    primaryKeyConstraintName: 'usage_closed_breakdowns_pkey',
  })
  accountId: string;

  /** `ALL_CARDS` for the sum over the cards. */
  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_closed_breakdowns_pkey' })
  cardId: string;

  @PrimaryColumn({ name: 'grain', type: 'text', primaryKeyConstraintName: 'usage_closed_breakdowns_pkey' })
  grain: 'day' | 'month';

  @PrimaryColumn({
    name: 'dimension',
    type: 'text',
    primaryKeyConstraintName: 'usage_closed_breakdowns_pkey',
  })
  dimension: ClosedDimension;

  /** `YYYY-MM-DD`: the day, or the first of the month. */
  @PrimaryColumn({ name: 'start', type: 'date', primaryKeyConstraintName: 'usage_closed_breakdowns_pkey' })
  start: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'usage_closed_breakdowns_pkey' })
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
