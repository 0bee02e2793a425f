import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { UsageDimension } from './usage-dimension.js';
import type { CardNews } from './usage-news.js';

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

  /** One element an addition, as in the other lists. */
  @Column({ name: 'cards', type: 'uuid', array: true })
  cards: string[];

  @Column({ name: 'days', type: 'date', array: true })
  days: string[];

  /** Keys of the dimensions `hour`, `place`, `source` and `device`: null where nothing is added to one. */
  @Column({ name: 'hours', type: 'text', array: true, nullable: true })
  hours: (string | null)[] | null;

  @Column({ name: 'places', type: 'text', array: true, nullable: true })
  places: (string | null)[] | null;

  @Column({ name: 'sources', type: 'text', array: true, nullable: true })
  sources: (string | null)[] | null;

  @Column({ name: 'devices', type: 'text', array: true, nullable: true })
  devices: (string | null)[] | null;

  /** Any other dimension, and the key of it. */
  @Column({ name: 'dimensions', type: 'text', array: true })
  dimensions: (UsageDimension | null)[];

  @Column({ name: 'keys', type: 'text', array: true })
  keys: (string | null)[];

  @Column({ name: 'views', type: 'integer', array: true })
  views: number[];

  @Column({ name: 'visitors', type: 'integer', array: true })
  visitors: number[];

  @Column({ name: 'clicks', type: 'integer', array: true })
  clicks: number[];

  @Column({ name: 'engaged_ms', type: 'bigint', array: true })
  engagedMs: string[];

  /** Of a view, with its hour. */
  @Column({ name: 'viewed_at', type: 'timestamptz', array: true })
  viewedAt: (Date | null)[];

  /** What of it its owner may be told of, a card an element; null when nothing. */
  @Column({ name: 'news', type: 'jsonb', nullable: true })
  news: readonly CardNews[] | null;
}
