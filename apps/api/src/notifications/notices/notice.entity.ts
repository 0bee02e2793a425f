import type { NoticeCounts, NoticeKind } from '@num-ecard/contracts/notices';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that an owner was told. Counts, an address in the dashboard and the code of a link: no names, no places, no devices. */
@Entity('notices')
@Index('notices_told_at_idx', ['accountId', 'at', 'id'])
@Index('notices_unread_idx', ['accountId', 'kind'], { where: 'read_at IS NULL' })
@ForeignKey('Account', ['accountId'], ['id'], { name: 'notices_account_fkey', onDelete: 'CASCADE' })
@ForeignKey('Card', ['accountId', 'cardId'], ['accountId', 'id'], {
  name: 'notices_card_fkey',
  onDelete: 'CASCADE',
})
export class Notice {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'notices_pkey' })
  accountId: string;

  @PrimaryColumn({ name: 'notice_id', type: 'uuid', primaryKeyConstraintName: 'notices_pkey' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: NoticeKind;

  @Column({ name: 'told_at', type: 'timestamptz' })
  at: Date;

  /** What it is about, in the dashboard. */
  @Column({ name: 'path', type: 'text' })
  path: string;

  @Column({ name: 'counts', type: 'jsonb' })
  counts: NoticeCounts<NoticeKind>;

  /** The card that it is about, with which it goes; null when it is about several. */
  @Column({ name: 'card_id', type: 'uuid', nullable: true })
  cardId: string | null;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
