import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A link or QR code that an owner made for one occasion, such as "Salon de Lyon": its visits are counted on their own.
 * They stay counted under the code when the link is deleted.
 */
@Entity('named_links')
@Index('named_links_untold_idx', ['accountId'], { where: 'visit_untold' })
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

  /** When the first visit by it was counted. Null while there was none. */
  @Column({ name: 'visited_at', type: 'timestamptz', nullable: true })
  visitedAt: Date | null;

  /** Whether that first visit is news, and its owner has not been told. */
  @Column({ name: 'visit_untold', type: 'boolean', default: false })
  visitUntold: boolean;
}
