import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { TrendsQuery } from '@num-ecard/contracts/period-query';
import { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import type { Card } from '../cards/card.entity.js';
import { Returns } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/stats/trends')
export class TrendsController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.trends')
  @Returns(UsageTrends)
  trends(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: Card,
    @Query({ schema: TrendsQuery }) query: TrendsQuery,
  ): Promise<UsageTrends> {
    return this.usage.trends(this.usage.ofCard(account, card), query, new Date());
  }
}
