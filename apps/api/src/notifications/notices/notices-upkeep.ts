import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { NOTICE_DAYS_KEPT } from '@num-ecard/contracts/notices';
import type { DataSource } from 'typeorm';

const DELETE_AT_ONCE = 10_000;

/** Deletes notices that are too old to be on the list. */
@Injectable()
export class NoticesUpkeep {
  private readonly logger = new Logger('notices-upkeep');

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Cron('47 * * * *', { waitForCompletion: true })
  async hourly(): Promise<void> {
    try {
      await this.forgetOld(new Date());
    } catch (error) {
      this.logger.warn(`will be done in an hour: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** In steps, so that no statement holds many rows for long. Account by account, as the index is. */
  async forgetOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - NOTICE_DAYS_KEPT * 86_400_000);
    for (let deleted = DELETE_AT_ONCE; deleted === DELETE_AT_ONCE;) {
      const result = await this.dataSource.query<[unknown[], number]>(
        `DELETE FROM notices WHERE (account_id, notice_id) IN (
           SELECT n.account_id, n.notice_id
             FROM accounts a JOIN notices n ON n.account_id = a.account_id AND n.told_at < $1
            LIMIT ${DELETE_AT_ONCE})`,
        [before],
      );
      deleted = result[1];
    }
  }
}
