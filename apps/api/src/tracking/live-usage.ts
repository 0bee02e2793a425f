import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LiveUsage } from '@num-ecard/contracts/live';
import type { DataSource } from 'typeorm';
import { Cards } from '../cards/cards.service.js';
import { type LiveEvent, LiveStreams } from '../notifications/live/live-streams.js';
import { accountTimezone } from './query/account-timezone.query.js';
import { USAGE } from './store/usage-merge.js';
import { UsageStatistics } from './usage-statistics.js';

/** Tells open streams a card's new totals. Every model has them. */
@Injectable()
export class LiveUsageSource implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    private readonly cards: Cards,
    private readonly usage: UsageStatistics,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register(USAGE, {
      current: (accountId) => this.events(accountId, () => true),
      changed: (accountId, cardIds) => this.events(accountId, (id) => cardIds.includes(id)),
    });
  }

  private async events(accountId: string, isAsked: (cardId: string) => boolean): Promise<LiveEvent[]> {
    const timezone = await accountTimezone(this.dataSource, accountId);
    if (timezone === undefined) return [];
    const cards = (await this.cards.ofAccount(accountId)).filter(({ id }) => isAsked(id));
    const scope = { accountId, timezone, cardIds: cards.map(({ id }) => id), allCards: false };
    const summaries = await this.usage.summaries(scope, new Date());
    return cards.flatMap(({ id, slug }) => {
      const summary = summaries.get(id);
      if (summary === undefined) return [];
      const data: LiveUsage = { card: { id, slug }, summary };
      return [{ event: USAGE, data }];
    });
  }
}
