import type { CardProfile } from '@num-ecard/contracts/cards';
import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('cards')
@Unique('cards_account_id_slug_key', ['accountId', 'slug'])
@Unique('cards_account_id_number_key', ['accountId', 'number'])
@ForeignKey('Account', ['accountId'], ['id'], { name: 'cards_account_fkey', onDelete: 'CASCADE' })
export class Card {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'cards_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'cards_pkey' })
  id: string;

  /** From 1 on within the account, in the order in which its cards were added. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  /** Unique over all accounts through `card_addresses`. */
  @Column({ name: 'slug', type: 'text' })
  slug: string;

  /** The owner's own name for the card. */
  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'profile', type: 'jsonb' })
  profile: CardProfile;

  /** By the clock, not the transaction: cards that are made together keep their order. */
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;

  /** When what the card shows last changed. */
  @Column({ name: 'revised_at', type: 'timestamptz' })
  revisedAt: Date;
}
