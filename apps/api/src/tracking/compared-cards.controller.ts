import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CardsQuery } from '@num-ecard/contracts/period-query';
import { UsageCards } from '@num-ecard/contracts/usage';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import { ReturnsAsIs } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@Controller('api/stats/cards')
export class ComparedCardsController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.cross')
  @ReturnsAsIs(UsageCards)
  async cards(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: CardsQuery }) query: CardsQuery,
  ): Promise<UsageCards> {
    return this.usage.comparedCards(await this.usage.ofCards(account, query.cards), query, new Date());
  }
}
