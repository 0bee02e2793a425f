import { Entity, PrimaryColumn } from 'typeorm';

/**
 * Who has been on a card on a day, as keyed hashes: by it a visitor counts once a day. Deleted with the day's salt. No
 * foreign key: it says nothing of anybody and is gone after two days.
 */
@Entity('usage_visitors')
export class UsageVisitor {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'usage_visitors_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'usage_visitors_pkey' })
  cardId: string;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'usage_visitors_pkey' })
  day: string;

  /** See `hash-visitor.ts`. */
  @PrimaryColumn({ name: 'visitor', type: 'bytea', primaryKeyConstraintName: 'usage_visitors_pkey' })
  visitor: Buffer;
}
