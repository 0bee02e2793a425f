import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MetricsQuery, ReferralMetrics, ReferralTrend } from '@num-ecard/contracts/referral-metrics';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { Requires } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { monthOf, ReferralStatistics } from '../referral-statistics.js';

@ApiTags('referral')
@Controller('api/recommendations')
export class MetricsController {
  constructor(private readonly statistics: ReferralStatistics) {}

  @Get('metrics')
  @Requires('referral')
  @Returns(ReferralMetrics)
  metrics(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: MetricsQuery }) { month }: MetricsQuery,
  ): Promise<ReferralMetrics> {
    return this.statistics.metrics(account, month ?? monthOf(new Date(), account.timezone));
  }

  @Get('trend')
  @Requires('referral')
  @Returns(ReferralTrend)
  trend(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: MetricsQuery }) { month }: MetricsQuery,
  ): Promise<ReferralTrend> {
    return this.statistics.trend(account, month ?? monthOf(new Date(), account.timezone));
  }
}
