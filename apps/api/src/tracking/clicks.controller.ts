import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { PeriodQuery } from '@num-ecard/contracts/period-query';
import { UsageClicks } from '@num-ecard/contracts/usage';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import type { Card } from '../cards/card.entity.js';
import { Returns } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/stats/clicks')
export class ClicksController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.full')
  @Returns(UsageClicks)
  clicks(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: Card,
    @Query({ schema: PeriodQuery }) query: PeriodQuery,
  ): Promise<UsageClicks> {
    return this.usage.clicks(this.usage.ofCard(account, card), query, new Date());
  }
}
