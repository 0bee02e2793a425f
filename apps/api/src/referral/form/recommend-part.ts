import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CardPageParts,
  type CardPartSource,
  type CardVisit,
  type ShownCard,
} from '../../cards/card-page-parts.js';
import type { CardPart } from '../../cards/page/card-part.js';
import { CONFIG, type Config } from '../../config/config.js';
import { signMoment } from './opened-moment.js';
import { recommendScripts, recommendStyles } from '../page/recommend-assets.js';
import { recommendAction, recommendInformation, recommendSection } from '../page/recommend-form.js';
import { ViaAmbassador } from './via-ambassador.js';

/** "Recommander un ami" on the page of a card. */
@Injectable()
export class RecommendPart implements CardPartSource, OnModuleInit {
  readonly feature = 'referral';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly parts: CardPageParts,
    private readonly via: ViaAmbassador,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async render({ accountId, view }: ShownCard, { locale, query }: CardVisit): Promise<CardPart> {
    const section = recommendSection(view, {
      locale,
      opened: signMoment(this.config.secretKey, new Date()),
      idempotencyKey: randomUUID(),
      ambassador: await this.via.find(accountId, query['a']),
    });
    return {
      action: recommendAction({ locale }),
      section,
      styles: recommendStyles(),
      scripts: recommendScripts(),
      information: recommendInformation(view, { locale }),
    };
  }
}
