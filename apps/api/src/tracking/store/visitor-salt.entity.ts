import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The random salt under which an account's visitors are told apart for one local day. Shared by all instances, kept over
 * restarts, and destroyed within 48 hours of the day's beginning: from then on nobody can tell who a hash was.
 */
@Entity('visitor_salts')
@ForeignKey('Account', ['accountId'], ['id'], { name: 'visitor_salts_account_fkey', onDelete: 'CASCADE' })
export class VisitorSalt {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'visitor_salts_pkey' })
  accountId: string;

  /** `YYYY-MM-DD` */
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'visitor_salts_pkey' })
  day: string;

  @Column({ name: 'salt', type: 'bytea' })
  salt: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
