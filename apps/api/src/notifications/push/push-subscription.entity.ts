import type { Locale } from '@num-ecard/contracts/locale';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A browser that wants the alerts of an account. */
@Entity('push_subscriptions')
@Unique('push_subscriptions_endpoint_key', ['accountId', 'endpoint'])
// A browser whose owner changes is looked for under every account.
@Index('push_subscriptions_endpoint_idx', ['endpoint'])
@ForeignKey('Account', ['accountId'], ['id'], {
  name: 'push_subscriptions_account_fkey',
  onDelete: 'CASCADE',
})
export class PushSubscription {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'push_subscriptions_pkey' })
  accountId: string;

  @PrimaryColumn({
    name: 'subscription_id',
    type: 'uuid',
    primaryKeyConstraintName: 'push_subscriptions_pkey',
  })
  id: string;

  /** Address of its push service. Whoever knows it could not send without our key; still it is told to nobody. */
  @Column({ name: 'endpoint', type: 'text' })
  endpoint: string;

  /** The browser's public key and secret, base64url: alerts are encrypted for it. */
  @Column({ name: 'p256dh', type: 'text' })
  p256dh: string;

  @Column({ name: 'auth', type: 'text' })
  auth: string;

  /** What it was when it was added, so that its owner knows it again. */
  @Column({ name: 'browser', type: 'text', nullable: true })
  browser: string | null;

  @Column({ name: 'system', type: 'text', nullable: true })
  system: string | null;

  /** The language of its alerts. */
  @Column({ name: 'locale', type: 'text' })
  locale: Locale;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** How many alerts in a row its push service refused for good. */
  @Column({ name: 'refused_count', type: 'integer', default: 0 })
  refusedCount: number;
}
