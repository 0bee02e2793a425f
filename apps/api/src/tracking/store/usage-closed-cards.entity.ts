import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PackedGrain } from './packed-grains.js';
import type { CardsDimension } from './usage-dimension.js';

/**
 * Rollup of rollups: what one key counts of each of an account's cards, over a closed day, third of a month, month or quarter, in one row, so that
 * hundreds of cards are set against one another by reading some hundred rows. Written once, when a day is closed, for accounts
 * with more than one card.
 */
@Entity('usage_closed_cards')
@Check('usage_closed_cards_grain_check', `grain IN ('day', 'third', 'month', 'quarter')`)
@ForeignKey('Account', ['accountId'], ['id'], {
  name: 'usage_closed_cards_account_fkey',
  onDelete: 'CASCADE',
})
export class UsageClosedCards {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_closed_cards_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'grain', type: 'text', primaryKeyConstraintName: 'usage_closed_cards_pkey' })
  grain: PackedGrain;

  @PrimaryColumn({ name: 'dimension', type: 'text', primaryKeyConstraintName: 'usage_closed_cards_pkey' })
  dimension: CardsDimension;

  /** `YYYY-MM-DD`: the day, or the first of the others. */
  @PrimaryColumn({ name: 'start', type: 'date', primaryKeyConstraintName: 'usage_closed_cards_pkey' })
  start: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'usage_closed_cards_pkey' })
  key: string;

  /**
   * Of each card that it counts something of, in the order of numbers, 4 bytes, big-endian: the number above, and in the lower
   * 12 bits the count. A count that is too large for them is 0 there, and follows in 4 bytes more. In thirds and quarters that were
   * over before there were any, a card is as often as in their days or months.
   */
  @Column({ name: 'cards', type: 'bytea' })
  cards: Buffer;

  /** Of all cards. */
  @Column({ name: 'total', type: 'integer' })
  total: number;
}
