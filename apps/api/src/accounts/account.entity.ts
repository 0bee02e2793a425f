import type { Locale } from '@num-ecard/contracts/locale';
import type { Plan } from '@num-ecard/contracts/plans';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An owner's account. One account has one owner, who signs in as one row of `users`. */
@Entity('accounts')
export class Account {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'accounts_pkey' })
  id: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'plan', type: 'text' })
  plan: Plan;

  @Column({ name: 'locale', type: 'text' })
  locale: Locale;

  @Column({ name: 'timezone', type: 'text' })
  timezone: string;

  /** The operator's own id for it. */
  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId: string | null;

  /** Until when its demo visits were generated; null for every account outside the demo. */
  @Column({ name: 'demo_until', type: 'timestamptz', nullable: true })
  demoUntil: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
