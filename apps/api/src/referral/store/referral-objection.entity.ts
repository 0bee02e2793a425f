import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody who does not want to be recommended to this owner again: a keyed hash of a number or an address, and nothing else. */
@Entity('referral_objections')
@ForeignKey('Account', ['accountId'], ['id'], {
  name: 'referral_objections_account_fkey',
  onDelete: 'CASCADE',
})
export class ReferralObjection {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'referral_objections_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'contact_key', type: 'bytea', primaryKeyConstraintName: 'referral_objections_pkey' })
  contactKey: Buffer;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;
}
