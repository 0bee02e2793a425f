import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  BoardQuery,
  RecommendationBoard,
  RecommendationRecord,
  Recommendations,
  RecommendationsQuery,
} from '@num-ecard/contracts/referral';
import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource } from 'typeorm';
import { NotFound } from '../../http/problem-error.js';
import { coRecommendations } from '../query/co-recommendations.query.js';
import { recommendationBoard } from '../query/recommendation-board.query.js';
import { type RecommendationFilter, recommendationFilter } from '../query/recommendation-filter.js';
import { recommendationPage } from '../query/recommendation-page.query.js';
import { recommendationRecord } from '../query/recommendation-record.query.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { statusCounts } from '../query/status-counts.query.js';
import { ReferralLinks } from '../referral-links.js';
import { cursorAfter, placeOf } from '../report/cursor.js';
import { recommendation } from '../report/recommendation.js';
import { record } from '../report/record.js';
import { RecommendationHistory } from '../store/recommendation-history.entity.js';
import { RecommendationReminder } from '../store/recommendation-reminder.entity.js';

/** What an owner sees of their recommendations. */
@Injectable()
export class RecommendationReader {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
  ) {}

  /** @throws {ValidationFailed} when the cursor is none */
  async list(accountId: string, query: RecommendationsQuery): Promise<Recommendations> {
    const { status, sort, limit, cursor } = query;
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const account = await this.account(accountId);
    const filter = recommendationFilter(account, query);
    const [counts, rows] = await Promise.all([
      this.counts(filter),
      // One more than asked for tells whether there is a next page.
      recommendationPage(this.dataSource, filter, { status, sort, limit: limit + 1, after }, 'list'),
    ]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((row) => recommendation(row, account.numberBeforeConsent)),
      next: last === undefined ? null : cursorAfter(last),
      counts,
    };
  }

  async board(accountId: string, query: BoardQuery): Promise<RecommendationBoard> {
    const account = await this.account(accountId);
    const filter = recommendationFilter(account, query);
    const [counts, rows] = await Promise.all([
      this.counts(filter),
      recommendationBoard(this.dataSource, filter, query.limit),
    ]);
    const columns = STATUSES.map((status) => {
      const latest = rows.filter((row) => row.status === status);
      const last = latest.at(-1);
      const hasMore = last !== undefined && counts[status] > latest.length;
      return {
        status,
        count: counts[status],
        items: latest.map((row) => recommendation(row, account.numberBeforeConsent)),
        next: hasMore ? cursorAfter(last) : null,
      };
    });
    return { columns };
  }

  /** @throws {NotFound} */
  async record(accountId: string, id: string): Promise<RecommendationRecord> {
    const account = await this.account(accountId);
    const { manager } = this.dataSource;
    const row = await recommendationRecord(this.dataSource, accountId, id);
    if (row === undefined) throw new NotFound('There is no such recommendation.');
    const [history, reminders, others] = await Promise.all([
      manager.find(RecommendationHistory, {
        where: { accountId, recommendationId: id },
        order: { number: 'ASC' },
      }),
      manager.find(RecommendationReminder, {
        where: { accountId, recommendationId: id },
        order: { dueAt: 'ASC', id: 'ASC' },
      }),
      coRecommendations(this.dataSource, accountId, id),
    ]);
    if (row.erasedAt === null)
      await this.links.open(manager, accountId, [{ kind: 'prospect', subjectId: id }]);
    return record({ row, history, reminders, others }, account, this.links.url('prospect', id), new Date());
  }

  private async account(accountId: string): Promise<ReferralAccount> {
    const account = await referralAccount(this.dataSource, accountId);
    if (account === undefined) throw new NotFound();
    return account;
  }

  private async counts(filter: RecommendationFilter): Promise<Recommendations['counts']> {
    const counted = new Map(
      (await statusCounts(this.dataSource, filter)).map(({ status, count }) => [status, count]),
    );
    const of = (status: (typeof STATUSES)[number]): number => counted.get(status) ?? 0;
    return {
      new: of('new'),
      contacted: of('contacted'),
      appointment: of('appointment'),
      converted: of('converted'),
      lost: of('lost'),
    };
  }
}
