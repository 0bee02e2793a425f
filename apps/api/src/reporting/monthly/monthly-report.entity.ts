import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was decided of an account's e-mail about a month: one row, whatever happens, and so one e-mail. */
@Entity('monthly_reports')
@ForeignKey('Account', ['accountId'], ['id'], { name: 'monthly_reports_account_fkey', onDelete: 'CASCADE' })
@Index('monthly_reports_month_idx', ['month', 'accountId'])
export class MonthlyReport {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'monthly_reports_pkey' })
  accountId: string;

  /** `YYYY-MM`: what it is about. */
  @PrimaryColumn({ name: 'month', type: 'text', primaryKeyConstraintName: 'monthly_reports_pkey' })
  month: string;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt: Date;

  /** Of `mail_deliveries`; null where none was wanted when it was due. */
  @Column({ name: 'delivery_id', type: 'uuid', nullable: true })
  deliveryId: string | null;
}
