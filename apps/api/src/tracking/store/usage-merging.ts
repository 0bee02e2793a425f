import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { LiveStreams } from '../../notifications/live/live-streams.js';
import { mergeIncrements } from './usage-merge.js';

/** How often what somebody looks at is merged: an open dashboard is told when it is. */
const WATCHED_EVERY_MS = 1_000;

/** How many accounts are merged at once: each mostly waits for the database, and the pool is for everybody. */
const WATCHED_AT_ONCE = 4;

/** Between two such rounds, however long the one before took. */
const WATCHED_PAUSE_MS = 200;

/**
 * How often the rest is. The longer, the more visits share one writing of a row; the sooner, the less is left to do for
 * whoever reads next.
 */
const ALL_EVERY_MS = 10_000;

/**
 * Merges increments into rollups: at short intervals those of the accounts whose dashboards are open here, now and then all, and
 * an account's when somebody is about to read.
 */
@Injectable()
export class UsageMerging implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('usage-merging');
  private readonly rounds: Promise<void>[] = [];
  private readonly stop = new AbortController();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly streams: LiveStreams,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.push(
      this.repeat(WATCHED_EVERY_MS, WATCHED_PAUSE_MS, () => this.mergeWatched()),
      this.repeat(ALL_EVERY_MS, ALL_EVERY_MS, () => this.mergeAll()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await Promise.all(this.rounds);
  }

  /** After it the rollups of an account hold all that had been stored before. */
  async settle(accountId: string): Promise<void> {
    // Almost always there is nothing, and a transaction would be three questions instead of one.
    const [{ waiting }] = await this.dataSource.sql<[{ waiting: boolean }]>`
      SELECT EXISTS (SELECT 1 FROM usage_increments WHERE account_id = ${accountId}) AS waiting`;
    if (waiting) await this.dataSource.transaction((manager) => mergeIncrements(manager, accountId, 'wait'));
  }

  private async mergeWatched(): Promise<void> {
    const watched = this.streams.openAccounts();
    if (watched.length === 0) return;
    const accounts = (await this.waiting(watched)).values();
    const inTurn = async (): Promise<void> => {
      for (const accountId of accounts) await this.merge(accountId);
    };
    await Promise.all(Array.from({ length: WATCHED_AT_ONCE }, inTurn));
  }

  private async mergeAll(): Promise<void> {
    for (const accountId of await this.waiting()) {
      const began = performance.now();
      await this.merge(accountId);
      // Nobody waits for this: four parts of the time are for everybody else.
      await this.pause(4 * (performance.now() - began));
    }
  }

  /** The accounts that have something to merge. @param among these; all unless given */
  private async waiting(among?: readonly string[]): Promise<string[]> {
    const accounts = among ?? null;
    const rows = await this.dataSource.sql<{ accountId: string }[]>`
      SELECT DISTINCT account_id AS "accountId" FROM usage_increments
       WHERE ${accounts}::uuid[] IS NULL OR account_id = ANY (${accounts}::uuid[])
       ORDER BY account_id`;
    return rows.map(({ accountId }) => accountId);
  }

  private async merge(accountId: string): Promise<void> {
    if (this.stop.signal.aborted) return;
    await this.dataSource.transaction((manager) => mergeIncrements(manager, accountId, 'skip'));
  }

  /** Until the application stops. What fails is not lost: it is merged the next time, or by whoever reads. */
  private async repeat(everyMs: number, pauseMs: number, job: () => Promise<void>): Promise<void> {
    for (let took = 0; ;) {
      await this.pause(Math.max(everyMs - took, pauseMs));
      const began = performance.now();
      if (this.stop.signal.aborted) return;
      await job().catch((error: unknown) => {
        this.logger.warn(
          `rollups are merged later: ${error instanceof Error ? error.message : String(error)}`,
        );
      });
      took = performance.now() - began;
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false, signal: this.stop.signal }).catch(() => undefined);
  }
}
