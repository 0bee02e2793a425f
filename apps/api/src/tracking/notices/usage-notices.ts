import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { dayBefore } from '@num-ecard/contracts/calendar';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { Notices } from '../../notifications/notices/notices.js';
import { localDay } from '../../clocks/local-time.js';
import { FRESH_MS } from '../ingest/to-hits.js';
import { UsageNews } from '../store/usage-news.entity.js';
import { dailyViews } from './daily-views.query.js';
import { accountsWithNews } from './due-news.query.js';
import { accountsWithUntoldLinks } from './untold-links.query.js';
import { unusualFactor } from './unusual-day.js';

/** Visits are gathered for so long from the first untold one on. */
const GATHER_MS = 5 * 60_000;
/** What is news may have happened so long before it was put by: it may come late, and waits to be merged. */
const BEFORE_MS = FRESH_MS + 60_000;

interface News {
  readonly cardId: string;
  readonly slug: string;
  readonly views: number;
  readonly clicks: number;
  /** When the first of it was put by. */
  readonly since: Date;
}

/**
 * Tells owners what is put by for them where increments are merged (`store/usage-merge.ts`). Only accounts that have something are looked at.
 * Each notice once, whoever tells it and whatever happens to them: what is told is taken in the transaction that tells it.
 */
@Injectable()
export class UsageNotices {
  private readonly logger = new Logger('usage-notices');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly notices: Notices,
  ) {}

  @Cron('*/15 * * * * *', { waitForCompletion: true })
  async often(): Promise<void> {
    try {
      await this.tellDue(new Date());
    } catch (error) {
      this.logger.warn(`will be told later: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Whatever is due, account by account. */
  async tellDue(now: Date): Promise<void> {
    const before = new Date(now.getTime() - GATHER_MS);
    for (const accountId of await accountsWithNews(this.dataSource, before))
      await this.forAccount(accountId, (manager, timezone) =>
        this.tellVisits(manager, accountId, before, (at) => localDay(at, timezone), now),
      );
    // In a transaction of its own: increments lock links and news in whatever order.
    for (const accountId of await accountsWithUntoldLinks(this.dataSource))
      await this.forAccount(accountId, (manager) => this.tellLinks(manager, accountId));
  }

  /** One instance at a time for an account: two would each tell a part. */
  private async forAccount(
    accountId: string,
    job: (manager: EntityManager, timezone: string) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [account] = await manager.query<{ timezone: string }[]>(
        // While its days are counted anew nothing can be said of them: it waits.
        `SELECT timezone FROM accounts
          WHERE account_id = $1 AND NOT usage_is_stale FOR NO KEY UPDATE SKIP LOCKED`,
        [accountId],
      );
      if (account !== undefined) await job(manager, account.timezone);
    });
  }

  private async tellVisits(
    manager: EntityManager,
    accountId: string,
    before: Date,
    dayOf: (at: Date) => string,
    now: Date,
  ): Promise<void> {
    const news = await takeNews(manager, accountId, before);
    const [first, ...others] = news;
    if (first === undefined) return;
    await this.notices.tell(manager, accountId, {
      kind: 'visits',
      path: others.length === 0 ? `/visits?card=${first.slug}` : '/visits',
      counts: {
        views: sum(news.map(({ views }) => views)),
        clicks: sum(news.map(({ clicks }) => clicks)),
        cards: news.length,
      },
      cardId: others.length === 0 ? first.cardId : null,
    });
    const visited = news.filter(({ views }) => views > 0).map(({ cardId }) => cardId);
    if (visited.length === 0) return;
    const since = Math.min(...news.map((of) => of.since.getTime()));
    const today = dayOf(now);
    const yesterday = dayBefore(today);
    // Shortly after midnight some of it, or all, is of the day that has just ended.
    if (dayOf(new Date(since - BEFORE_MS)) <= yesterday)
      await this.tellUnusual(manager, accountId, visited, yesterday, { day: yesterday });
    await this.tellUnusual(manager, accountId, visited, today);
  }

  /** At most once a card and day; what several cards have is told as one. */
  private async tellUnusual(
    manager: EntityManager,
    accountId: string,
    cardIds: readonly string[],
    day: string,
    said: { readonly day?: string } = {},
  ): Promise<void> {
    const unusual = (await dailyViews(manager, accountId, cardIds, day)).flatMap((card) => {
      const factor = unusualFactor(card);
      return factor === null ? [] : [{ ...card, factor }];
    });
    const [first, ...others] = unusual;
    if (first === undefined) return;
    const isOne = others.length === 0;
    await this.notices.tell(manager, accountId, {
      kind: 'unusual',
      path: isOne ? `/trends?card=${first.slug}` : '/cards',
      counts: {
        views: sum(unusual.map(({ today: views }) => views)),
        factor: Math.min(...unusual.map(({ factor }) => factor)),
        cards: unusual.length,
        ...said,
      },
      cardId: isOne ? first.cardId : null,
    });
    const told = In(unusual.map(({ cardId }) => cardId));
    await manager.update(UsageNews, { accountId, cardId: told }, { unusualDay: day });
  }

  private async tellLinks(manager: EntityManager, accountId: string): Promise<void> {
    const [links] = await manager.query<[{ cardId: string; slug: string; code: string }[], number]>(
      `UPDATE named_links l SET visit_untold = false
         FROM cards c
        WHERE l.account_id = $1 AND l.visit_untold AND c.account_id = l.account_id AND c.card_id = l.card_id
       RETURNING l.card_id AS "cardId", c.slug, l.code`,
      [accountId],
    );
    for (const { cardId, slug, code } of links)
      await this.notices.tell(manager, accountId, {
        kind: 'first-link-visit',
        path: `/sources?card=${slug}`,
        counts: { link: code },
        cardId,
      });
  }
}

/** Takes what is untold of all cards, if the first of it came before a moment. */
async function takeNews(manager: EntityManager, accountId: string, before: Date): Promise<News[]> {
  const news = await manager.query<News[]>(
    `SELECT n.card_id AS "cardId", c.slug, n.views, n.clicks, n.since_at AS "since"
       FROM usage_news n JOIN cards c ON c.account_id = n.account_id AND c.card_id = n.card_id
      WHERE n.account_id = $1 AND n.since_at IS NOT NULL
      ORDER BY n.card_id FOR UPDATE OF n`,
    [accountId],
  );
  // Somebody has told them meanwhile, and the next have come.
  if (!news.some(({ since }) => since <= before)) return [];
  await manager.query(
    `UPDATE usage_news SET since_at = NULL, views = 0, clicks = 0 WHERE account_id = $1 AND card_id = ANY ($2::uuid[])`,
    [accountId, news.map(({ cardId }) => cardId)],
  );
  return news;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
