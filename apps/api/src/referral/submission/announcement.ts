import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { Outbox } from '../../notifications/outbox.js';
import { PushNotices } from '../../notifications/push/push-notices.js';
import { referralAccount } from '../query/referral-account.query.js';
import { announce } from '../store/change-recommendation.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { alertMail, consentMail } from './alert-mail.js';

/** Tells the owner of a new recommendation: in the transaction that saves it, so that neither is there without the other. */
@Injectable()
export class Announcement {
  constructor(
    private readonly outbox: Outbox,
    private readonly push: PushNotices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async make(manager: EntityManager, record: Recommendation): Promise<void> {
    const { accountId, id } = record;
    await announce(manager, accountId, [`new:${id}`]);
    const account = await referralAccount(manager, accountId);
    if (account === undefined || !account.notifyRecommendation) return;
    const deliveryId = randomUUID();
    await manager.update(Recommendation, { accountId, id }, { alertId: deliveryId });
    const { publicUrl } = this.config;
    await this.outbox.mail(alertMail(account, record, { publicUrl, deliveryId }), manager);
    await this.push.notify(manager, accountId, {
      kind: 'recommendation',
      path: `/referrals/prospects/${id}`,
    });
  }

  /** Tells the owner that a prospect has agreed: until then they were not to be called, or could not. */
  async tellConsent(manager: EntityManager, record: Recommendation): Promise<void> {
    const account = await referralAccount(manager, record.accountId);
    if (account === undefined || !account.notifyRecommendation) return;
    await this.outbox.mail(consentMail(account, record, this.config.publicUrl), manager);
  }
}
