import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NewAccount } from '@num-ecard/contracts/accounts';
import { planHas } from '@num-ecard/contracts/plans';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Cards } from '../cards/cards.service.js';
import { Notice } from '../notifications/notices/notice.entity.js';
import { Recommendation } from '../referral/store/recommendation.entity.js';
import { Announcement } from '../referral/form/announcement.js';
import type { Circumstances } from '../tracking/ingest/beacon.js';
import { Ingest } from '../tracking/ingest/ingest.service.js';
import { NamedLink } from '../tracking/store/named-link.entity.js';
import { ensurePartitions } from '../tracking/store/partitions.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type Popularity } from './demo-accounts.js';
import { type CountedVisit, gatheredNotices } from './demo-notices.js';
import { ReferralReplay } from './referral-replay.service.js';
import { DEMO_LINKS, type DemoVisit, visitsOfDay } from './demo-visits.js';

const DAY_MS = 24 * 3_600_000;
const DAYS = 90;
const AT_ONCE = 400;
/** How many are on the list at first, and how many of them the owner has not read. */
const NOTICES = 12;
const UNREAD = 3;

const A_VISITOR: Omit<Circumstances, 'place' | 'address' | 'userAgent'> = {
  purpose: '',
  measured: true,
  signedInAccountId: null,
  replayed: true,
};

/** The demo's accounts, their visits and what is recommended to them, all by way of the services that everybody's goes through. */
@Injectable()
export class Demo {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly cards: Cards,
    private readonly ingest: Ingest,
    private readonly referrals: ReferralReplay,
    private readonly announcement: Announcement,
  ) {}

  /**
   * Makes the accounts that are missing, and the visits and recommendations up to `now`: the first time those of the last 90 days and
   * of the last year, later those since the last time. What a person did on a demo card meanwhile stays. Interrupted, it goes on where
   * it was at the next start.
   */
  async fill(now: Date, signal: AbortSignal): Promise<void> {
    for (const { account: wanted, visitsADay } of DEMO_ACCOUNTS) {
      const account = await this.account(wanted);
      const { id, demoUntil } = account;
      const since = demoUntil ?? new Date(now.getTime() - DAYS * DAY_MS);
      await ensurePartitions(this.dataSource, since, now);
      const slugs = Object.keys(visitsADay);
      const hasReferrals = planHas(account.plan, 'referral');
      await Promise.all([
        this.replay(visitsBetween(visitsADay, since, now), signal),
        ...(hasReferrals ? slugs.map((slug) => this.referrals.fill(slug, demoUntil, now, signal)) : []),
      ]);
      if (signal.aborted) return;
      await this.dataSource.transaction(async (manager) => {
        await manager.update(Account, { id }, { demoUntil: now });
        if (hasReferrals && demoUntil === null) await this.announceNewest(manager, id);
        if (planHas(account.plan, 'usage.notifications')) await this.listNotices(manager, id, now);
      });
    }
  }

  /** One alert, for the mailbox to show what it looks like. */
  private async announceNewest(manager: EntityManager, accountId: string): Promise<void> {
    const [newest] = await manager.find(Recommendation, {
      where: { accountId, held: IsNull() },
      order: { receivedAt: 'DESC' },
      take: 1,
    });
    if (newest !== undefined) await this.announcement.make(manager, newest);
  }

  /** What the owner would have been told of the latest visits: made-up visits tell nobody. Once, and not over what was told since. */
  private async listNotices(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    if (await manager.existsBy(Notice, { accountId, kind: 'visits' })) return;
    const visits = await manager.query<CountedVisit[]>(
      `SELECT v.card_id AS "cardId", c.slug, v.began_at AS "at",
              (SELECT COALESCE(sum(value::integer), 0)::integer FROM jsonb_each_text(v.clicks) WHERE key = ANY ($3)) AS "clicks"
         FROM tracking_visits v JOIN cards c ON c.account_id = v.account_id AND c.card_id = v.card_id
        WHERE v.account_id = $1 AND v.viewed AND v.began_at > $2
        ORDER BY v.began_at`,
      [accountId, new Date(now.getTime() - 2 * DAY_MS), CONTACT_TARGETS],
    );
    const told = gatheredNotices(visits)
      .filter(({ at }) => at <= now)
      .slice(-NOTICES);
    await manager.insert(
      Notice,
      told.map((notice, index) =>
        Object.assign(notice, {
          accountId,
          id: randomUUID(),
          readAt: index < told.length - UNREAD ? notice.at : null,
        }),
      ),
    );
  }

  private async account(wanted: NewAccount): Promise<Account> {
    const known = await this.dataSource.manager.findOneBy(Account, { email: wanted.email });
    const account = known ?? (await this.accounts.createWithPassword(wanted, DEMO_PASSWORD));
    if (planHas(account.plan, 'usage.sources')) await this.links(account.id);
    return account;
  }

  /** Those of every card that are missing. */
  private async links(accountId: string): Promise<void> {
    for (const { id: cardId } of await this.cards.ofAccount(accountId)) {
      const links = DEMO_LINKS.map(([code, label]) => ({ accountId, cardId, code, label }));
      await this.dataSource.createQueryBuilder().insert().into(NamedLink).values(links).orIgnore().execute();
    }
  }

  private async replay(visits: readonly DemoVisit[], signal: AbortSignal): Promise<void> {
    for (let start = 0; start < visits.length && !signal.aborted; start += AT_ONCE) {
      await Promise.all(
        visits
          .slice(start, start + AT_ONCE)
          .map(({ request, place, address, userAgent, at }) =>
            this.ingest.take(request, { ...A_VISITOR, address, userAgent, place: () => place }, at),
          ),
      );
    }
  }
}

/** Visits that ended in (since, until]. */
function visitsBetween(visitsADay: Popularity, since: Date, until: Date): DemoVisit[] {
  const visits: DemoVisit[] = [];
  // A visit may end on the day after the one it began on.
  for (let time = since.getTime() - DAY_MS; time < until.getTime() + DAY_MS; time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    for (const [slug, average] of Object.entries(visitsADay)) visits.push(...visitsOfDay(slug, day, average));
  }
  return visits.filter(({ at }) => at > since && at <= until);
}
