import type { NoticeKind } from '@num-ecard/contracts/notices';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What came for a browser during its owner's quiet hours, a kind: it is shown as one alert once they are over. */
@Entity('push_held')
@ForeignKey('PushSubscription', ['accountId', 'subscriptionId'], ['accountId', 'id'], {
  name: 'push_held_subscription_fkey',
  onDelete: 'CASCADE',
})
export class PushHeld {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'push_held_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'subscription_id', type: 'uuid', primaryKeyConstraintName: 'push_held_pkey' })
  subscriptionId: string;

  @PrimaryColumn({ name: 'kind', type: 'text', primaryKeyConstraintName: 'push_held_pkey' })
  kind: NoticeKind;

  @Column({ name: 'path', type: 'text' })
  path: string;

  @Column({ name: 'counts', type: 'jsonb' })
  counts: Record<string, number>;

  /** How many there were. */
  @Column({ name: 'notices', type: 'integer' })
  notices: number;

  /** When they are let go. */
  @Column({ name: 'until_at', type: 'timestamptz' })
  until: Date;
}
