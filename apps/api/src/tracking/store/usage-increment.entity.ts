import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IncrementRows } from './usage-counts.js';

/**
 * What one commit of events adds to an account's rollups, written with the events and merged into the rollups a moment later
 * (`usage-merge.ts`), many at a time: the same few rows are not written again for every visit, and two commits never wait for
 * each other's rows. Whoever reads rollups has the account's merged first.
 */
@Entity('usage_increments')
@ForeignKey('Account', ['accountId'], ['id'], { name: 'usage_increments_account_fkey', onDelete: 'CASCADE' })
export class UsageIncrement {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_increments_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'increment_id', type: 'uuid', primaryKeyConstraintName: 'usage_increments_pkey' })
  incrementId: string;

  @Column({ name: 'days', type: 'json' })
  days: IncrementRows['days'];

  @Column({ name: 'breakdowns', type: 'json' })
  breakdowns: IncrementRows['breakdowns'];
}
