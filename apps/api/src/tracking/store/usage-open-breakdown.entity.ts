import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClosedDimension } from './usage-dimension.js';

/**
 * Rollup of rollups: the days that can still change, over all cards of an account with several, so that what is asked of all
 * of them does not cost the more the more there are. Added to where increments are merged; a day's rows go when it is closed.
 */
@Entity('usage_open_breakdowns')
@ForeignKey('Account', ['accountId'], ['id'], {
  name: 'usage_open_breakdowns_account_fkey',
  onDelete: 'CASCADE',
})
export class UsageOpenBreakdown {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_open_breakdowns_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'dimension', type: 'text', primaryKeyConstraintName: 'usage_open_breakdowns_pkey' })
  dimension: ClosedDimension;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_open_breakdowns_pkey' })
  day: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'usage_open_breakdowns_pkey' })
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
