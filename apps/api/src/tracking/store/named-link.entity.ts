import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * A link or QR code that an owner made for one occasion, such as "Salon de Lyon": its visits are counted on their own.
 * They stay counted under the code when the link is deleted.
 */
@Entity('named_links')
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'named_links_card_fkey',
  onDelete: 'CASCADE',
})
export class NamedLink {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'named_links_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'named_links_pkey' })
  cardId: string;

  /** The `k` of the card's address. */
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'named_links_pkey' })
  code: string;

  @Column({ name: 'label', type: 'text' })
  label: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;
}
