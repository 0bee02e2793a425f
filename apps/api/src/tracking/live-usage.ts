import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LiveUsage } from '@num-ecard/contracts/live';
import type { DataSource } from 'typeorm';
import { type LiveChanges, type LiveEvent, LiveStreams } from '../notifications/live/live-streams.js';
import { accountCards } from './query/account-cards.query.js';
import { accountTimezone } from './query/account-timezone.query.js';
import { USAGE } from './store/usage-merge.js';
import { UsageStatistics } from './usage-statistics.js';

/** Tells open streams a card's new totals. Every model has them. */
@Injectable()
export class LiveUsageSource implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    private readonly usage: UsageStatistics,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register(USAGE, {
      current: (accountId) => this.current(accountId),
      changed: async (accountId, cardIds) =>
        (await this.changed(new Map([[accountId, cardIds]]))).get(accountId) ?? [],
      changedTogether: (changes) => this.changed(changes),
    });
  }

  /** All that came before, also what is not merged yet: nobody may have looked for a while. */
  private async current(accountId: string): Promise<LiveEvent[]> {
    const timezone = await accountTimezone(this.dataSource, accountId);
    if (timezone === undefined) return [];
    const cards = await accountCards(this.dataSource, accountId);
    const scope = { accountId, timezone, cardIds: cards.map(({ id }) => id), allCards: false };
    const summaries = await this.usage.summaries(scope, new Date());
    return cards.flatMap(({ id, slug }) => {
      const summary = summaries.get(id);
      return summary === undefined ? [] : [usageEvent({ card: { id, slug }, summary })];
    });
  }

  private async changed(changes: LiveChanges): Promise<Map<string, LiveEvent[]>> {
    const cardIds = [...changes.values()].flat();
    const cards = await this.usage.mergedSummaries([...changes.keys()], cardIds, new Date());
    const events = new Map<string, LiveEvent[]>();
    for (const { accountId, id, slug, summary } of cards) {
      const told = events.get(accountId) ?? [];
      events.set(accountId, told);
      told.push(usageEvent({ card: { id, slug }, summary }));
    }
    return events;
  }
}

function usageEvent(data: LiveUsage): LiveEvent {
  return { event: USAGE, data };
}
