import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  CardPageParts,
  type CardPartSource,
  type CardVisit,
  type ShownCard,
} from '../cards/card-page-parts.js';
import type { CardPart } from '../cards/page/card-part.js';
import { CONFIG, type Config } from '../config/config.js';
import { signMoment } from './opened-moment.js';
import { recommendStyles } from './page/recommend-assets.js';
import { recommendAction, recommendInformation, recommendSection } from './page/recommend-form.js';
import { ReferralLinks } from './referral-links.js';
import { Ambassador } from './store/ambassador.entity.js';

/** "Recommander un ami" on the page of a card. */
@Injectable()
export class RecommendPart implements CardPartSource, OnModuleInit {
  readonly feature = 'referral';

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly parts: CardPageParts,
    private readonly links: ReferralLinks,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async render({ accountId, view }: ShownCard, { locale, query }: CardVisit): Promise<CardPart> {
    const token = query['a'];
    const section = recommendSection(view, {
      locale,
      opened: signMoment(this.config.secretKey, new Date()),
      idempotencyKey: randomUUID(),
      ambassador: typeof token === 'string' ? await this.ambassador(accountId, token) : undefined,
    });
    return {
      action: recommendAction({ locale }),
      section,
      styles: recommendStyles(),
      information: recommendInformation(view, { locale }),
    };
  }

  /** Whose personal link it is; nobody once they are erased. */
  private async ambassador(
    accountId: string,
    token: string,
  ): Promise<{ name: string; token: string } | undefined> {
    const link = await this.links.find(token, 'personal');
    if (link?.accountId !== accountId) return undefined;
    const id = link.subjectId;
    const ambassador = await this.dataSource.manager.findOneBy(Ambassador, { accountId, id });
    const name = ambassador?.name ?? null;
    return name === null ? undefined : { name, token };
  }
}
