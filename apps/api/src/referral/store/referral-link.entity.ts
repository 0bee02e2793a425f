import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const LINK_KINDS = ['prospect', 'status', 'ambassador', 'personal'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * A page that its token alone opens: the prospect's, the ambassador's for one recommendation, the ambassador's for all of theirs, and
 * the personal link. Looked up by the token's digest before the account is known; the token itself is kept nowhere (`linkToken`).
 */
@Entity('referral_links')
@Index('referral_links_account_id_idx', ['accountId'])
export class ReferralLink {
  @PrimaryColumn({ name: 'digest', type: 'bytea', primaryKeyConstraintName: 'referral_links_pkey' })
  digest: Buffer;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: LinkKind;

  /** A recommendation (`prospect`, `status`) or an ambassador. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;
}
