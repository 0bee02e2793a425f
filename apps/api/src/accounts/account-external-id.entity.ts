import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Look-up table: the operator's id → account, unique over all accounts. */
@Entity('account_external_ids')
export class AccountExternalId {
  @PrimaryColumn({ name: 'external_id', type: 'text', primaryKeyConstraintName: 'account_external_ids_pkey' })
  externalId: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;
}
