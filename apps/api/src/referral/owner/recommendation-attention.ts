import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FollowUps, HeldRecommendations } from '@num-ecard/contracts/referral';
import type { DataSource } from 'typeorm';
import { Conflict, NotFound } from '../../http/problem-error.js';
import { followedReferrals } from '../query/followed-referrals.query.js';
import { heldCount } from '../query/held-count.query.js';
import { heldRecommendations } from '../query/held-recommendations.query.js';
import { openReminders } from '../query/open-reminders.query.js';
import { recommendationsById } from '../query/recommendations-by-id.query.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { moment, prospect, recommendation } from '../report/recommendation.js';
import { localDay } from '../../clocks/local-time.js';
import { spanOf } from '../../clocks/span.js';
import { followUps } from '../rules/reminders.js';
import { changeRecommendation } from '../store/change-recommendation.js';
import { eraseRecommendations } from '../store/erase-prospect.js';
import { lockReferrals } from '../store/referral-lock.js';

/** Of those kept apart. */
const SHOWN_AT_MOST = 100;
const DAY_MS = 86_400_000;
/** Longer than the notice that `followUps` gives before data goes. */
const LOOK_AHEAD_MS = 8 * DAY_MS;

/** What waits for an owner: whom to call again, and what looked suspicious. */
@Injectable()
export class RecommendationAttention {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param limit of each list; how many there are is told beside them */
  async followUps(accountId: string, limit: number, now: Date): Promise<FollowUps> {
    const { timezone, numberBeforeConsent } = await this.account(accountId);
    const today = localDay(now, timezone);
    const { before: midnight } = spanOf({ from: today, to: today }, timezone);
    const open = await openReminders(this.dataSource, accountId, midnight);
    const referrals = await followedReferrals(this.dataSource, accountId, {
      eraseBefore: new Date(now.getTime() + LOOK_AHEAD_MS),
      remindedIds: open.map(({ referralId }) => referralId),
    });
    const { notContacted, reminders, expiring } = followUps(referrals, open, now, timezone);
    const waiting = notContacted.slice(0, limit).map(({ id }) => id);
    const due = reminders.slice(0, limit);
    const going = expiring.slice(0, limit).map(({ referral }) => referral.id);
    const shown = [...new Set([...waiting, ...due.map(({ referralId }) => referralId), ...going])];
    const [rows, held] = await Promise.all([
      recommendationsById(this.dataSource, accountId, shown),
      heldCount(this.dataSource, accountId),
    ]);
    const found = new Map(rows.map((row) => [row.id, recommendation(row, numberBeforeConsent)]));
    const of = (id: string) => found.get(id) ?? [];
    return {
      notContacted: waiting.flatMap(of),
      reminders: due.flatMap(({ id, referralId, dueAt, text, doneAt }) =>
        [of(referralId)].flat().map((one) => ({
          reminder: { id, dueAt: dueAt.toISOString(), text, doneAt: moment(doneAt) },
          recommendation: one,
        })),
      ),
      expiring: going.flatMap(of),
      counts: {
        notContacted: notContacted.length,
        reminders: reminders.length,
        expiring: expiring.length,
        held,
      },
    };
  }

  async held(accountId: string): Promise<HeldRecommendations> {
    const { numberBeforeConsent } = await this.account(accountId);
    const rows = await heldRecommendations(this.dataSource, accountId, SHOWN_AT_MOST);
    return {
      items: rows.map((row) => ({
        id: row.id,
        receivedAt: row.receivedAt.toISOString(),
        reasons: row.reasons,
        ambassador: { name: row.ambassadorName, email: row.ambassadorEmail },
        prospect: prospect(row, numberBeforeConsent),
        message: row.message,
      })),
    };
  }

  /**
   * Lets a held one through, received when it was, or refuses it, which erases what it holds of people.
   * @throws {NotFound} when the account has no such recommendation, or has refused it
   * @throws {Conflict} when it has been let through meanwhile
   */
  async review(accountId: string, id: string, accept: boolean, now: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockReferrals(manager, accountId);
      await changeRecommendation(manager, { accountId, id }, now, ({ held }) => {
        if (held === null)
          throw new Conflict('It has been let through meanwhile.', { reason: 'stale', current: 'accepted' });
        if (held !== 'suspicious') throw new NotFound('There is no such recommendation.');
        return accept
          ? { columns: { held: null, lastActivityAt: now }, entries: [{ kind: 'accepted', actor: 'owner' }] }
          : { columns: { held: 'refused' }, entries: [] };
      });
      // This one alone: whoever typed a real prospect's number into a refused one does not erase the prospect.
      if (!accept) await eraseRecommendations(manager, accountId, [id], 'owner', now);
    });
  }

  private async account(accountId: string): Promise<ReferralAccount> {
    const account = await referralAccount(this.dataSource, accountId);
    if (account === undefined) throw new NotFound();
    return account;
  }
}
