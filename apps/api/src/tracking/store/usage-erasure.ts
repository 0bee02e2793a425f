import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Cards } from '../../cards/cards.service.js';
import { forgetNotices } from '../../notifications/notices/forget-notices.js';
import { lockUsage } from './account-lock.js';
import { deleteSums } from './usage-close.js';
import { mergeIncrements } from './usage-merge.js';

/** What hangs on no foreign key, and what does. */
const OF_CARDS = [
  'tracking_events',
  'tracking_visits',
  'usage_visitors',
  'usage_days',
  'usage_day_breakdowns',
  'usage_news',
] as const;

/** Erases what was measured. */
@Injectable()
export class UsageErasure implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cards: Cards,
  ) {}

  onModuleInit(): void {
    this.cards.onErase((manager, accountId) => this.eraseAccount(manager, accountId));
  }

  /**
   * All that was measured of a card; the card stays.
   * @returns whether the account has such a card
   */
  async eraseCard(accountId: string, cardId: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockUsage(manager, accountId);
      const cards = await manager.query<unknown[]>(
        'SELECT card_id FROM cards WHERE account_id = $1 AND card_id = $2',
        [accountId, cardId],
      );
      if (cards.length === 0) return false;
      await mergeIncrements(manager, accountId, 'wait');
      for (const table of OF_CARDS) {
        await manager.query(`DELETE FROM ${table} WHERE account_id = $1 AND card_id = $2`, [
          accountId,
          cardId,
        ]);
      }
      await forgetNotices(manager, accountId, cardId, 'usage.notifications');
      // The sums over all cards hold it as well: they are made anew.
      await deleteSums(manager, accountId);
      await manager.query(
        `UPDATE accounts SET usage_closed_before = NULL, usage_closed_together = false, usage_open_together = false
          WHERE account_id = $1`,
        [accountId],
      );
      return true;
    });
  }

  private async eraseAccount(manager: EntityManager, accountId: string): Promise<void> {
    await lockUsage(manager, accountId);
    await deleteSums(manager, accountId);
    for (const table of [...OF_CARDS, 'usage_increments', 'tracking_event_ids']) {
      await manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
    }
  }
}
