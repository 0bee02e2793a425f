import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Cards } from '../../cards/cards.service.js';
import type { CardView } from '../../cards/page/card-view.js';
import { PublicCards } from '../../cards/public-cards.service.js';
import { referralAccount } from '../query/referral-account.query.js';

/** A card as the pages of ambassadors and prospects draw it: also of an account that no longer has referrals, for their rights stay. */
@Injectable()
export class PageCards {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cards: Cards,
    private readonly publicCards: PublicCards,
  ) {}

  /** @param cardId the account's first card unless given */
  async of(accountId: string, cardId?: string): Promise<{ view: CardView; timezone: string } | null> {
    const account = await referralAccount(this.dataSource, accountId);
    const card =
      cardId === undefined
        ? (await this.cards.ofAccount(accountId))[0]
        : await this.cards.ofAccountByKey(accountId, cardId);
    const found = card && (await this.publicCards.find(card.slug));
    return account && found ? { view: found.view, timezone: account.timezone } : null;
  }
}
