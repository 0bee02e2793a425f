import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CrossQuery } from '@num-ecard/contracts/period-query';
import { UsageCross } from '@num-ecard/contracts/usage';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import { ReturnsAsIs } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

@ApiTags('usage')
@Controller('api/stats/cross')
export class CrossController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get()
  @Requires('usage.cross')
  @ReturnsAsIs(UsageCross)
  async cross(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: CrossQuery }) query: CrossQuery,
  ): Promise<UsageCross> {
    return this.usage.cross(await this.usage.ofCards(account, query.cards), query, new Date());
  }
}
