import type { Source } from '@num-ecard/contracts/usage-vocabulary';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What happened on a card page, as it was told: the source of every rollup. Partitioned by month of
 * `occurred_at`. It holds no address, no user agent and nothing else that tells who the visitor was. No foreign key: it
 * would be checked for every event, and the rollups' keys are checked in the same transaction.
 */
@Entity('tracking_events')
@Check('tracking_events_type_check', `"type" IN ('view', 'click', 'engagement')`)
export class TrackingEvent {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'tracking_events_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'tracking_events_pkey' })
  cardId: string;

  @PrimaryColumn({
    name: 'occurred_at',
    type: 'timestamptz',
    primaryKeyConstraintName: 'tracking_events_pkey',
  })
  occurredAt: Date;

  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'tracking_events_pkey' })
  eventId: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  visitId: string;

  @Column({ name: 'type', type: 'text' })
  type: 'view' | 'click' | 'engagement';

  /** Of a click. */
  @Column({ name: 'target', type: 'text', nullable: true })
  target: string | null;

  /** Of an engagement: visible milliseconds so far in the visit; the largest of a visit is its engaged time. */
  @Column({ name: 'engaged_ms', type: 'integer', nullable: true })
  engagedMs: number | null;

  /** Of a view. */
  @Column({ name: 'source', type: 'text', nullable: true })
  source: Source | null;

  /** Of a view through a named link. */
  @Column({ name: 'link_code', type: 'text', nullable: true })
  linkCode: string | null;

  /** Of a view that another site or app led to: the host that stands for it. */
  @Column({ name: 'referrer_host', type: 'text', nullable: true })
  referrerHost: string | null;

  /** Of a view, as far as known: ISO 3166-1 code. Overseas départements have codes of their own. */
  @Column({ name: 'country', type: 'text', nullable: true })
  country: string | null;

  /** ISO 3166-2 code. */
  @Column({ name: 'region', type: 'text', nullable: true })
  region: string | null;

  /** French name where there is one; never anything finer. */
  @Column({ name: 'city', type: 'text', nullable: true })
  city: string | null;

  /** Of a view: phone, tablet, desktop or other. */
  @Column({ name: 'device', type: 'text', nullable: true })
  device: string | null;

  /** Family, without a version. */
  @Column({ name: 'browser', type: 'text', nullable: true })
  browser: string | null;

  @Column({ name: 'system', type: 'text', nullable: true })
  system: string | null;

  /** Of a view: whether the visitor's first of the day on this card. Not of a view that came again for its visit. */
  @Column({ name: 'new_visitor', type: 'boolean', nullable: true })
  newVisitor: boolean | null;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
