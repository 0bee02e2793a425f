import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ConsolidatedQuery,
  ConsolidatedSummaryQuery,
  ConsolidatedTrendsQuery,
  ConsolidatedVisitsQuery,
} from '@num-ecard/contracts/period-query';
import {
  UsageClicks,
  UsageDevices,
  UsageEngagement,
  UsageFiltered,
  UsageGeography,
  UsageHours,
  UsageSources,
  UsageVisits,
} from '@num-ecard/contracts/usage';
import { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { UsageStatistics } from './usage-statistics.js';

/** An account's cards as one: the reports of one card, over all of them or some. */
@ApiTags('usage')
@Controller('api/stats/consolidated')
export class ConsolidatedController {
  constructor(private readonly usage: UsageStatistics) {}

  @Get('summary')
  @Requires('usage.consolidated')
  @Returns(UsageSummary)
  async summary(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedSummaryQuery }) query: ConsolidatedSummaryQuery,
  ): Promise<UsageSummary> {
    return this.usage.summary(await this.usage.ofCards(account, query.cards), new Date());
  }

  @Get('trends')
  @Requires('usage.consolidated')
  @Returns(UsageTrends)
  async trends(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedTrendsQuery }) query: ConsolidatedTrendsQuery,
  ): Promise<UsageTrends> {
    return this.usage.trends(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('geography')
  @Requires('usage.consolidated')
  @Returns(UsageGeography)
  async geography(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageGeography> {
    return this.usage.geography(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('sources')
  @Requires('usage.consolidated')
  @Returns(UsageSources)
  async sources(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageSources> {
    return this.usage.sources(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('engagement')
  @Requires('usage.consolidated')
  @Returns(UsageEngagement)
  async engagement(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageEngagement> {
    return this.usage.engagement(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('clicks')
  @Requires('usage.consolidated')
  @Returns(UsageClicks)
  async clicks(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageClicks> {
    return this.usage.clicks(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('devices')
  @Requires('usage.consolidated')
  @Returns(UsageDevices)
  async devices(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageDevices> {
    return this.usage.devices(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('hours')
  @Requires('usage.consolidated')
  @Returns(UsageHours)
  async hours(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageHours> {
    return this.usage.hours(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('visits')
  @Requires('usage.consolidated')
  @Returns(UsageVisits)
  async visits(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedVisitsQuery }) query: ConsolidatedVisitsQuery,
  ): Promise<UsageVisits> {
    return this.usage.visits(await this.usage.ofCards(account, query.cards), query, new Date());
  }

  @Get('filtered')
  @Requires('usage.consolidated')
  @Returns(UsageFiltered)
  async filtered(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedQuery }) query: ConsolidatedQuery,
  ): Promise<UsageFiltered> {
    return this.usage.filtered(await this.usage.ofCards(account, query.cards), query, new Date());
  }
}
