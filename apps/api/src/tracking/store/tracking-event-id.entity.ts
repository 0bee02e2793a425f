import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The ids of the events stored in the last 48 hours, by which one that is sent again is known. Apart from
 * `tracking_events`, whose unique keys must hold the time it is partitioned by, and that time differs
 * between two sendings. No foreign key: it says nothing of anybody and is gone after two days.
 */
@Entity('tracking_event_ids')
export class TrackingEventId {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'tracking_event_ids_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'tracking_event_ids_pkey' })
  eventId: string;

  @Index('tracking_event_ids_received_at_idx', { type: 'brin' })
  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
