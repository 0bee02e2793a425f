import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Look-up table: slug → card, unique over all accounts. */
@Entity('card_addresses')
export class CardAddress {
  @PrimaryColumn({ name: 'slug', type: 'text', primaryKeyConstraintName: 'card_addresses_pkey' })
  slug: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'card_id', type: 'uuid' })
  cardId: string;
}
