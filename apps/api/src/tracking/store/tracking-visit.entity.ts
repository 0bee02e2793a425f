import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One visit, put together from its events in whatever order they arrive: what the list of visits shows and what a further
 * event is weighed against. No foreign key, for the reason of `tracking_events`.
 */
@Entity('tracking_visits')
@Index('tracking_visits_card_began_at_idx', ['accountId', 'cardId', 'beganAt', 'visitId'])
@Index('tracking_visits_began_at_idx', ['accountId', 'beganAt', 'visitId'], { where: 'viewed' })
@Index('tracking_visits_waiting_idx', ['accountId', 'beganAt'], { where: 'NOT viewed' })
export class TrackingVisit {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'tracking_visits_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'card_id', type: 'uuid', primaryKeyConstraintName: 'tracking_visits_pkey' })
  cardId: string;

  @PrimaryColumn({ name: 'visit_id', type: 'uuid', primaryKeyConstraintName: 'tracking_visits_pkey' })
  visitId: string;

  /** Grows with each change: who changes a visit says which one they have read. */
  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  /** When it was viewed; until that is known, when the first event of it happened. */
  @Column({ name: 'began_at', type: 'timestamptz' })
  beganAt: Date;

  /** Whether its view is known. A visit without one counts as none. */
  @Column({ name: 'viewed', type: 'boolean' })
  viewed: boolean;

  /** As on its view, and so are the others. */
  @Column({ name: 'source', type: 'text', nullable: true })
  source: string | null;

  @Column({ name: 'link_code', type: 'text', nullable: true })
  linkCode: string | null;

  @Column({ name: 'referrer_host', type: 'text', nullable: true })
  referrerHost: string | null;

  @Column({ name: 'country', type: 'text', nullable: true })
  country: string | null;

  @Column({ name: 'region', type: 'text', nullable: true })
  region: string | null;

  @Column({ name: 'city', type: 'text', nullable: true })
  city: string | null;

  @Column({ name: 'device', type: 'text', nullable: true })
  device: string | null;

  @Column({ name: 'browser', type: 'text', nullable: true })
  browser: string | null;

  @Column({ name: 'system', type: 'text', nullable: true })
  system: string | null;

  @Column({ name: 'new_visitor', type: 'boolean', nullable: true })
  newVisitor: boolean | null;

  @Column({ name: 'engaged_ms', type: 'integer' })
  engagedMs: number;

  /** Clicks by target. */
  @Column({ name: 'clicks', type: 'jsonb' })
  clicks: Record<string, number>;

  /** Clicks and engaged times that arrived before the view and count once it is known. */
  @Column({ name: 'waiting', type: 'jsonb', nullable: true })
  waiting: object[] | null;
}
