import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { VisitsQuery } from '@num-ecard/contracts/period-query';
import { UsageVisits } from '@num-ecard/contracts/usage';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import type { Card } from '../cards/card.entity.js';
import { Returns } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/stats/visits')
export class VisitsController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.full')
  @Returns(UsageVisits)
  visits(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: Card,
    @Query({ schema: VisitsQuery }) query: VisitsQuery,
  ): Promise<UsageVisits> {
    return this.usage.visits(this.usage.ofCard(account, card), query, new Date());
  }
}
