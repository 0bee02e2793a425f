import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CardsDimension } from './usage-dimension.js';

/** What `UsageClosedCards` is of closed days, of those that can still change: see `UsageOpenBreakdown`. */
@Entity('usage_open_cards')
@ForeignKey('Account', ['accountId'], ['id'], { name: 'usage_open_cards_account_fkey', onDelete: 'CASCADE' })
export class UsageOpenCards {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_open_cards_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'dimension', type: 'text', primaryKeyConstraintName: 'usage_open_cards_pkey' })
  dimension: CardsDimension;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_open_cards_pkey' })
  day: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'usage_open_cards_pkey' })
  key: string;

  /**
   * Packed as in `UsageClosedCards`, but in the order in which it was counted: what is added is appended, so that a card may be
   * there several times. When it grows long, it is packed anew.
   */
  @Column({ name: 'cards', type: 'bytea' })
  cards: Buffer;

  /** Of all cards. */
  @Column({ name: 'total', type: 'integer' })
  total: number;
}
