import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { UsageSummary } from '@num-ecard/contracts/usage';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { DataSource } from 'typeorm';
import { type UsageSummaryRow, usageSummary } from './query/usage-summary.query.js';

/** Whose cards are asked about, and in which time zone their days are. */
export interface CardScope {
  readonly accountId: string;
  readonly timezone: string;
  readonly cardIds: readonly string[];
}

/** Every figure of usage tracking, for screens, exports and e-mails alike. */
@Injectable()
export class UsageStatistics {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One summary a card. */
  async summaries(scope: CardScope, now: Date): Promise<Map<string, UsageSummary>> {
    const { accountId, cardIds, timezone } = scope;
    const rows = await usageSummary(this.dataSource, accountId, cardIds, timezone, now);
    return new Map(rows.map((row) => [row.cardId, asSummary(row)]));
  }
}

function asSummary({ views, viewsToday, lastVisitAt, targets }: UsageSummaryRow): UsageSummary {
  const clicked = new Set(targets.map(({ target }) => target));
  const neverClicked = CONTACT_TARGETS.filter((target) => !clicked.has(target));
  return {
    views: { total: views, today: viewsToday },
    clicks: {
      total: targets.reduce((sum, { total }) => sum + total, 0),
      today: targets.reduce((sum, { today }) => sum + today, 0),
      byTarget: [...targets, ...neverClicked.map((target) => ({ target, total: 0, today: 0 }))],
    },
    lastVisitAt: lastVisitAt?.toISOString() ?? null,
  };
}
