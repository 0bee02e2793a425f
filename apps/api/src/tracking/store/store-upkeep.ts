import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ensurePartitions } from './partitions.js';
import { forgetVisits } from './retention.js';
import { UsageClosing } from './usage-closing.js';
import { UsageRebuild } from './usage-rebuild.js';
import { VisitorSalts } from './visitor-salts.js';

const DELETE_AT_ONCE = 50_000;
const ONE_AT_A_TIME = { waitForCompletion: true };

/**
 * Keeps the store in shape: partitions ahead of time, nothing kept longer than it serves or may be, days closed when they are
 * over, and what must be counted anew counted.
 */
@Injectable()
export class StoreUpkeep implements OnModuleInit {
  private readonly logger = new Logger('store-upkeep');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly salts: VisitorSalts,
    private readonly rebuild: UsageRebuild,
    private readonly closing: UsageClosing,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.makePartitions(new Date());
  }

  @Cron('17 * * * *', ONE_AT_A_TIME)
  async hourly(): Promise<void> {
    await this.attempt('in an hour', async () => {
      await this.makePartitions(new Date());
      await this.forgetEventIds(new Date());
      await this.forgetWaiting(new Date());
      await forgetVisits(this.dataSource, new Date());
    });
  }

  /** By the hour, because midnight is at another one in each time zone. */
  @Cron('37 * * * *', ONE_AT_A_TIME)
  async closeDays(): Promise<void> {
    await this.attempt('in an hour', () => this.closing.closeDays(new Date()));
  }

  @Cron('*/10 * * * *', ONE_AT_A_TIME)
  async destroySalts(): Promise<void> {
    await this.attempt('in ten minutes', () => this.salts.destroyExpired(new Date()));
  }

  @Cron('* * * * *', ONE_AT_A_TIME)
  async rebuildStale(): Promise<void> {
    await this.attempt('in a minute', () => this.rebuild.rebuildStale(new Date()));
  }

  private async attempt(again: string, job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      this.logger.warn(`will be done ${again}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async makePartitions(now: Date): Promise<void> {
    // An event may be a day old.
    await ensurePartitions(this.dataSource, new Date(now.getTime() - 24 * 3_600_000), now);
  }

  /** Ids are known for 48 hours; in steps, so that no statement holds many rows for long. */
  async forgetEventIds(now: Date): Promise<void> {
    const before = new Date(now.getTime() - 48 * 3_600_000);
    for (let deleted = DELETE_AT_ONCE; deleted === DELETE_AT_ONCE;) {
      const result = await this.dataSource.query<[unknown[], number]>(
        `DELETE FROM tracking_event_ids WHERE (account_id, event_id) IN (
           SELECT account_id, event_id FROM tracking_event_ids
            WHERE received_at < $1 LIMIT ${DELETE_AT_ONCE})`,
        [before],
      );
      deleted = result[1];
    }
  }

  /** Visits whose view has not come in time and never will; what they counted stays. */
  async forgetWaiting(now: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM tracking_visits WHERE NOT viewed AND account_id IN (SELECT account_id FROM accounts) AND began_at < $1`,
      [new Date(now.getTime() - 48 * 3_600_000)],
    );
  }
}
