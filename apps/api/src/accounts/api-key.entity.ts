import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An API key of an account. Looked up by its digest before the account is known; the key itself is kept nowhere. */
@Entity('api_keys')
@Unique('api_keys_digest_key', ['digest'])
@Index('api_keys_account_id_idx', ['accountId'])
export class ApiKey {
  @PrimaryColumn({ name: 'key_id', type: 'uuid', primaryKeyConstraintName: 'api_keys_pkey' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  /** SHA-256 of a key of 256 random bits: there is nothing to guess, so nothing to slow down. */
  @Column({ name: 'digest', type: 'bytea' })
  digest: Buffer;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'prefix', type: 'text' })
  prefix: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;

  /** To the minute, so that not every use is a write. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;
}
