import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far an e-mail has come whose sender wants to know: nothing of what it says. */
@Entity('mail_deliveries')
@ForeignKey('Account', ['accountId'], ['id'], { name: 'mail_deliveries_account_fkey', onDelete: 'CASCADE' })
export class MailDelivery {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'mail_deliveries_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'delivery_id', type: 'uuid', primaryKeyConstraintName: 'mail_deliveries_pkey' })
  id: string;

  @Column({ name: 'state', type: 'text' })
  state: 'queued' | 'retrying' | 'sent' | 'failed';

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}
