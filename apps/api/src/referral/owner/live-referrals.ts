import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import type { LiveNotification, LiveRecommendation } from '@num-ecard/contracts/referral';
import { type DataSource, In } from 'typeorm';
import { displayNumber } from '../../cards/page/phone-number.js';
import { type LiveEvent, LiveStreams } from '../../notifications/live/live-streams.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { contactState } from '../rules/contact-state.js';
import { REFERRAL } from '../store/change-recommendation.js';
import { Recommendation } from '../store/recommendation.entity.js';

const NEW = 'new:';

/** Tells open streams of new recommendations and of those that have changed. Of accounts whose model has referrals only. */
@Injectable()
export class LiveReferrals implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register(REFERRAL, {
      // Whoever opens a stream reads the lists as well: there is no state to be told.
      current: async () => [],
      changed: (accountId, keys) => this.events(accountId, keys),
    });
  }

  private async events(accountId: string, keys: readonly string[]): Promise<LiveEvent[]> {
    const account = await referralAccount(this.dataSource.manager, accountId);
    if (account === undefined || !planHas(account.plan, 'referral')) return [];
    const ids = keys.filter((key) => key.startsWith(NEW)).map((key) => key.slice(NEW.length));
    const added = await this.dataSource.manager.findBy(Recommendation, { accountId, id: In(ids) });
    const changed = new Set(keys.map((key) => (key.startsWith(NEW) ? key.slice(NEW.length) : key)));
    return [
      ...added.map((record) => ({ event: 'notification', data: notification(account, record) })),
      ...[...changed].map((id): LiveEvent => {
        const data: LiveRecommendation = { id };
        return { event: 'recommendation', data };
      }),
    ];
  }
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
