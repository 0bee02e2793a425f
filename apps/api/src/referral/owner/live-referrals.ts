import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import type { LiveNotification, LiveRecommendation } from '@num-ecard/contracts/referral-live';
import { type DataSource, In, IsNull, MoreThan } from 'typeorm';
import { displayNumber } from '../../cards/page/phone-number.js';
import { type LiveEvent, LiveStreams } from '../../notifications/live/live-streams.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { contactState } from '../rules/contact-state.js';
import { isTold } from '../rules/is-told.js';
import { REFERRAL } from '../store/change-recommendation.js';
import { Recommendation } from '../store/recommendation.entity.js';

const NEW = 'new:';
// Of more than these, the latest: nobody reads as many notices that come at once.
const MISSED_AT_MOST = 50;

/** Tells open streams of new recommendations and of those that have changed. Of accounts whose model has referrals only. */
@Injectable()
export class LiveReferrals implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register(REFERRAL, {
      // Whoever opens a stream reads the lists as well: there is no state to be told, only what was missed.
      current: (accountId, since) => this.since(accountId, since),
      changed: (accountId, keys) => this.events(accountId, keys),
    });
  }

  private async since(accountId: string, since: Date): Promise<LiveEvent[]> {
    const account = await referralAccount(this.dataSource.manager, accountId);
    if (account === undefined || !isTold(account)) return [];
    const latest = await this.dataSource.manager.find(Recommendation, {
      where: [
        { accountId, toldAt: MoreThan(since), held: IsNull(), erasedAt: IsNull() },
        { accountId, receivedAt: MoreThan(since), held: 'suspicious', erasedAt: IsNull() },
      ],
      order: { receivedAt: 'DESC', id: 'ASC' },
      take: MISSED_AT_MOST,
    });
    return latest.map((record) => told(account, record));
  }

  private async events(accountId: string, keys: readonly string[]): Promise<LiveEvent[]> {
    const account = await referralAccount(this.dataSource.manager, accountId);
    if (account === undefined || !planHas(account.plan, 'referral')) return [];
    const ids = keys.filter((key) => key.startsWith(NEW)).map((key) => key.slice(NEW.length));
    const added = isTold(account)
      ? await this.dataSource.manager.findBy(Recommendation, { accountId, id: In(ids) })
      : [];
    const changed = new Set(keys.map((key) => (key.startsWith(NEW) ? key.slice(NEW.length) : key)));
    return [
      ...added.map((record) => told(account, record)),
      ...[...changed].map((id): LiveEvent => {
        const data: LiveRecommendation = { id };
        return { event: 'recommendation', data };
      }),
    ];
  }
}

/** Told once as kept apart, and once when it no longer is. */
function told(account: ReferralAccount, record: Recommendation): LiveEvent {
  const { id, held, receivedAt, toldAt } = record;
  const once = { id: `${id} ${held ?? ''}`, at: toldAt ?? receivedAt };
  return { event: 'notification', data: notification(account, record), once };
}

function notification(account: ReferralAccount, record: Recommendation): LiveNotification {
  const { id, receivedAt, ambassadorName, prospectName, prospectPhone, consent, held } = record;
  const isShown = contactState(consent, account.numberBeforeConsent) === 'shown';
  return {
    kind: 'recommendation',
    id,
    at: receivedAt.toISOString(),
    ambassador: ambassadorName,
    prospect: prospectName,
    phoneDisplay: isShown && prospectPhone !== null ? displayNumber(prospectPhone) : null,
    consent,
    held: held !== null,
  };
}
