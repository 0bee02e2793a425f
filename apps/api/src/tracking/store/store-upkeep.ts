import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ensurePartitions } from './partitions.js';
import { forgetVisits } from './retention.js';

const DELETE_AT_ONCE = 50_000;

/** Keeps the store in shape: partitions ahead of time, and no event id kept longer than it serves. */
@Injectable()
export class StoreUpkeep implements OnModuleInit {
  private readonly logger = new Logger('store-upkeep');

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.makePartitions(new Date());
  }

  @Cron('17 * * * *')
  async hourly(): Promise<void> {
    try {
      await this.makePartitions(new Date());
      await this.forgetEventIds(new Date());
      await forgetVisits(this.dataSource, new Date());
    } catch (error) {
      this.logger.warn(`will be done in an hour: ${error instanceof Error ? error.message : String(error)}`);
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
}
