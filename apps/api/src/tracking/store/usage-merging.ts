import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { mergeIncrements } from './usage-merge.js';

/** The longer, the more visits share one writing of a row, and the later open dashboards are told. */
const EVERY_MS = 1_000;

/** Merges increments into rollups: all of them at short intervals, and an account's when somebody is about to read. */
@Injectable()
export class UsageMerging implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('usage-merging');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.next();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  /** After it the rollups of an account hold all that had been stored before. */
  async settle(accountId: string): Promise<void> {
    // Almost always there is nothing, and a transaction would be three questions instead of one.
    const [{ waiting }] = await this.dataSource.sql<[{ waiting: boolean }]>`
      SELECT EXISTS (SELECT 1 FROM usage_increments WHERE account_id = ${accountId}) AS waiting`;
    if (waiting) await this.dataSource.transaction((manager) => mergeIncrements(manager, accountId, 'wait'));
  }

  /** What waits of every account. */
  async mergeAll(): Promise<void> {
    const accounts = await this.dataSource.query<{ account_id: string }[]>(
      'SELECT DISTINCT account_id FROM usage_increments ORDER BY account_id',
    );
    for (const { account_id: accountId } of accounts) {
      if (this.stopped) return;
      await this.dataSource.transaction((manager) => mergeIncrements(manager, accountId, 'skip'));
    }
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.underWay = this.mergeAll()
        // Nothing is lost: what waits is merged the next time, or by whoever reads.
        .catch((error: unknown) => {
          this.logger.warn(
            `rollups are merged later: ${error instanceof Error ? error.message : String(error)}`,
          );
        })
        .finally(() => this.next());
    }, EVERY_MS);
    this.timer.unref();
  }
}
