import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ReferralLinks } from '../referral-links.js';
import { Ambassador } from '../store/ambassador.entity.js';

/** Who comes by a personal link. */
@Injectable()
export class ViaAmbassador {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
  ) {}

  /** Nobody for a token that is not of this account, and for somebody who was erased. */
  async find(
    accountId: string,
    token: unknown,
  ): Promise<{ id: string; name: string; token: string } | undefined> {
    if (typeof token !== 'string') return undefined;
    const link = await this.links.find(token, 'personal');
    if (link?.accountId !== accountId) return undefined;
    const id = link.subjectId;
    const ambassador = await this.dataSource.manager.findOneBy(Ambassador, { accountId, id });
    const name = ambassador?.name ?? null;
    return name === null ? undefined : { id, name, token };
  }
}
