import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { Outbox, withdrawMail } from '../../notifications/outbox.js';
import { Notices } from '../../notifications/notices/notices.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { isTold } from '../rules/is-told.js';
import { announce } from '../store/change-recommendation.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { alertMail, consentMail } from './alert-mail.js';

/** Tells the owner of a new recommendation: in the transaction that saves it, so that neither is there without the other. */
@Injectable()
export class Announcement {
  constructor(
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async make(manager: EntityManager, record: Recommendation): Promise<void> {
    const { accountId, id, cardId } = record;
    await announce(manager, accountId, [`new:${id}`]);
    const account = await alertedAccount(manager, accountId);
    if (account === undefined) return;
    const deliveryId = randomUUID();
    await manager.update(Recommendation, { accountId, id }, { alertId: deliveryId, toldAt: new Date() });
    const { publicUrl } = this.config;
    await this.outbox.mail(alertMail(account, record, { publicUrl, deliveryId }), manager);
    // Who it is stays out of it: the list is kept for longer than people's data may be.
    await this.notices.tell(manager, accountId, {
      kind: 'recommendation',
      path: `/referrals/prospects/${id}`,
      counts: {},
      cardId,
    });
  }

  /**
   * Tells the owner that a prospect has agreed, until when they were not to be called, or has taken it back.
   */
  async tellConsent(manager: EntityManager, record: Recommendation): Promise<void> {
    // What was to be told of them before still has their number in it.
    if (record.consent !== 'given') await withdrawMail(manager, record.id);
    const account = await alertedAccount(manager, record.accountId);
    if (account === undefined) return;
    await this.outbox.mail(consentMail(account, record, this.config.publicUrl), manager);
  }
}

/** Undefined for who wants no alerts, and for who no longer has referrals: prospects answer all the same. */
async function alertedAccount(
  manager: EntityManager,
  accountId: string,
): Promise<ReferralAccount | undefined> {
  const account = await referralAccount(manager, accountId);
  return account !== undefined && isTold(account) ? account : undefined;
}
