import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ReferralLinks } from '../referral-links.js';
import { Ambassador } from '../store/ambassador.entity.js';
import { eraseAmbassador } from '../store/erase-ambassador.js';
import { Recommendation } from '../store/recommendation.entity.js';

/** More than anybody reads on a telephone. */
const SHOWN_AT_MOST = 200;

export interface OwnPage {
  readonly ambassador: Ambassador;
  /** Null once erased. Of one recommendation: as typed on its form, for whoever typed somebody's number may not know whose it is. */
  readonly name: string | null;
  /** Latest first: all of theirs, or the one that the address is for. */
  readonly recommendations: readonly Recommendation[];
  /** Whether the address was sent to the ambassador, rather than given to whoever has sent a form. */
  readonly isTheirs: boolean;
  /** Whether they may be erased from here: not by somebody who only typed an address or number that was known before. */
  readonly isErasable: boolean;
}

/** What ambassadors see and do on their own page. */
@Injectable()
export class AmbassadorAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
  ) {}

  async find(token: string): Promise<OwnPage | null> {
    const { manager } = this.dataSource;
    const link = await this.links.find(token, 'status', 'ambassador');
    if (link === null) return null;
    const { accountId, subjectId } = link;
    const isTheirs = link.kind === 'ambassador';
    const own = isTheirs ? null : await manager.findOneBy(Recommendation, { accountId, id: subjectId });
    const ambassador = await manager.findOneBy(Ambassador, {
      accountId,
      id: own?.ambassadorId ?? subjectId,
    });
    if (ambassador === null) return null;
    const all = await manager.find(Recommendation, {
      where: { accountId, ambassadorId: ambassador.id },
      order: { receivedAt: 'DESC', id: 'ASC' },
      take: SHOWN_AT_MOST,
    });
    return {
      ambassador,
      name: own === null ? ambassador.name : own.ambassadorName,
      recommendations: own === null ? all : [own],
      isTheirs,
      isErasable: own === null || (all.length === 1 && ambassador.createdAt >= own.receivedAt),
    };
  }

  async erase({ ambassador, isErasable }: OwnPage, now: Date): Promise<void> {
    if (!isErasable || ambassador.erasedAt !== null) return;
    await this.dataSource.transaction((manager) => eraseAmbassador(manager, ambassador, now));
  }
}
