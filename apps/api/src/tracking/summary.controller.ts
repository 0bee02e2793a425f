import { Controller, Get } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import type { Card } from '../cards/card.entity.js';
import { Returns } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/stats/summary')
export class SummaryController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.summary')
  @Returns(UsageSummary)
  async summary(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: Card,
  ): Promise<UsageSummary | undefined> {
    return (await this.usage.summaries(this.usage.ofCard(account, card), new Date())).get(card.id);
  }
}
