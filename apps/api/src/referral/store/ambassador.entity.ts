import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * Somebody who recommends, known by their e-mail address or telephone number, never by name alone. Once erased, the row stays without
 * anything personal: what they recommended still counts.
 */
@Entity('ambassadors')
@Unique('ambassadors_email_key', ['accountId', 'email'])
@Unique('ambassadors_phone_key', ['accountId', 'phone'])
@ForeignKey('Account', ['accountId'], ['id'], { name: 'ambassadors_account_fkey', onDelete: 'CASCADE' })
export class Ambassador {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'ambassadors_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'ambassador_id', type: 'uuid', primaryKeyConstraintName: 'ambassadors_pkey' })
  id: string;

  @Column({ name: 'name', type: 'text', nullable: true })
  name: string | null;

  /** In lower case. */
  @Column({ name: 'email', type: 'text', nullable: true })
  email: string | null;

  /** E.164. */
  @Column({ name: 'phone', type: 'text', nullable: true })
  phone: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** When the owner last sent them a word of thanks. */
  @Column({ name: 'thanked_at', type: 'timestamptz', nullable: true })
  thankedAt: Date | null;

  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt: Date | null;
}
