import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, LessThanOrEqual, MoreThan } from 'typeorm';
import { Cards } from '../../cards/cards.service.js';
import { longestKeptSince } from '../rules/retention.js';
import { eraseAmbassador } from './erase-ambassador.js';
import { eraseDue } from './erase-prospect.js';
import { Recommendation } from './recommendation.entity.js';
import { ReferralLink } from './referral-link.entity.js';
import { lockReferrals } from './referral-lock.js';

const AT_ONCE = 500;
const DAY_MS = 86_400_000;
const ONE_AT_A_TIME = { waitForCompletion: true };

/** Keeps nobody's data longer than it serves or may be kept. Several instances may do it at once: what is erased already stays as it is. */
@Injectable()
export class ReferralUpkeep implements OnModuleInit {
  private readonly logger = new Logger('referral-upkeep');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cards: Cards,
  ) {}

  onModuleInit(): void {
    // A plain table: no foreign key deletes its rows along with the account.
    this.cards.onErase(
      async (manager, accountId) => void (await manager.delete(ReferralLink, { accountId })),
    );
  }

  @Cron('27 * * * *', ONE_AT_A_TIME)
  async hourly(): Promise<void> {
    try {
      await this.keep(new Date());
    } catch (error) {
      this.logger.warn(`will be done in an hour: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async keep(now: Date): Promise<void> {
    await this.eraseProspects(now);
    await this.eraseAmbassadors(now);
    await this.forgetSenders(now);
  }

  /** Each recommendation by its own term: somebody who was recommended again is known from that one for longer. */
  private async eraseProspects(now: Date): Promise<void> {
    for (let due = AT_ONCE; due === AT_ONCE;) {
      const records = await this.dataSource.manager.find(Recommendation, {
        select: { accountId: true, id: true },
        where: { eraseAt: LessThanOrEqual(now) },
        order: { accountId: 'ASC', id: 'ASC' },
        take: AT_ONCE,
      });
      for (const record of records)
        await this.dataSource.transaction((manager) => eraseDue(manager, record, now));
      due = records.length;
    }
  }

  /** Of ambassadors, three years after they last recommended somebody, or were added. */
  private async eraseAmbassadors(now: Date): Promise<void> {
    const since = longestKeptSince(now);
    const due = await this.dataSource.query<{ accountId: string; id: string }[]>(
      `SELECT a.account_id AS "accountId", a.ambassador_id AS "id"
         FROM ambassadors a
        WHERE a.erased_at IS NULL AND a.created_at <= $1
          AND NOT EXISTS (SELECT FROM recommendations r
                           WHERE r.account_id = a.account_id AND r.ambassador_id = a.ambassador_id
                             AND r.received_at > $1)
        ORDER BY 1, 2`,
      [since],
    );
    for (const { accountId, id } of due)
      await this.dataSource.transaction(async (manager) => {
        await lockReferrals(manager, accountId);
        const recent = { accountId, ambassadorId: id, receivedAt: MoreThan(since) };
        // Who has come back while others were erased stays.
        if (!(await manager.existsBy(Recommendation, recent)))
          await eraseAmbassador(manager, { accountId, id }, now);
      });
  }

  /** What tells how many forms came from one address serves for an hour. */
  private async forgetSenders(now: Date): Promise<void> {
    await this.dataSource.query(
      // Whoever changes one of them in this moment is not waited for: there is a next hour.
      `UPDATE recommendations r SET sender_key = NULL
         FROM (SELECT account_id, recommendation_id FROM recommendations
                WHERE sender_key IS NOT NULL AND received_at < $1 FOR NO KEY UPDATE SKIP LOCKED) old
        WHERE r.account_id = old.account_id AND r.recommendation_id = old.recommendation_id`,
      [new Date(now.getTime() - DAY_MS)],
    );
  }
}
