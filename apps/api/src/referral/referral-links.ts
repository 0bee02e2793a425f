import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { type LinkKind, ReferralLink } from './store/referral-link.entity.js';

const PATHS: Readonly<Record<Exclude<LinkKind, 'personal'>, string>> = {
  prospect: 'r',
  status: 'a',
  ambassador: 'a',
};

/**
 * The pages that their address alone opens. A token is derived from what it opens by a key that nobody else has: it need not be kept,
 * and the same submission sent again gets the same addresses. What is stored is its digest.
 */
@Injectable()
export class ReferralLinks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the link known; the same again changes nothing. */
  async open(
    manager: EntityManager,
    accountId: string,
    links: readonly { kind: LinkKind; subjectId: string }[],
  ): Promise<void> {
    const rows = links.map(({ kind, subjectId }) => ({
      digest: digestOf(this.token(kind, subjectId)),
      accountId,
      kind,
      subjectId,
    }));
    await manager.createQueryBuilder().insert().into(ReferralLink).values(rows).orIgnore().execute();
  }

  /** What a token of one of these kinds opens, or null. */
  async find(token: string, ...kinds: LinkKind[]): Promise<ReferralLink | null> {
    if (!/^[\w-]{22}$/.test(token)) return null;
    const link = await this.dataSource.manager.findOneBy(ReferralLink, { digest: digestOf(token) });
    return link !== null && kinds.includes(link.kind) ? link : null;
  }

  /** The address of a page. */
  url(kind: Exclude<LinkKind, 'personal'>, subjectId: string): string {
    return `${this.config.publicUrl}/${PATHS[kind]}/${this.token(kind, subjectId)}`;
  }

  /** Where a challenge is fetched, and its solution brought, for an entry that is held. */
  proofUrl(slug: string, recommendationId: string): string {
    const token = this.token('status', recommendationId);
    return `${this.config.publicUrl}/api/cards/${slug}/recommendations/${token}/proof`;
  }

  /** An ambassador's own address of a card: there they need not type who they are. */
  personalUrl(slug: string, ambassadorId: string): string {
    return `${this.config.publicUrl}/c/${slug}?a=${this.token('personal', ambassadorId)}#recommander`;
  }

  /** 22 letters that stand for 128 bits. */
  private token(kind: LinkKind, subjectId: string): string {
    return createHmac('sha256', this.config.secretKey)
      .update(`referral link ${kind} ${subjectId}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
