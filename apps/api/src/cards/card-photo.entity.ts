import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A card's photo, apart from the card so that lists never read its bytes. */
@Entity('card_photos')
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'card_photos_card_fkey',
  onDelete: 'CASCADE',
})
export class CardPhoto {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'card_photos_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'card_photos_pkey' })
  cardId: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: 'image/jpeg' | 'image/png';

  @Column({ name: 'bytes', type: 'bytea' })
  bytes: Buffer;

  /** Hexadecimal start of the bytes' SHA-256: its address changes when the photo does. */
  @Column({ name: 'version', type: 'text' })
  version: string;
}
