import { ECDH, createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import {
  MAX_PUSH_SUBSCRIPTIONS,
  type NewPushSubscription,
  type PushSubscription as PushSubscriptionAnswer,
  type PushSubscriptions as PushSubscriptionList,
} from '@num-ecard/contracts/push';
import type { DataSource, EntityManager } from 'typeorm';
import type { SignedInAccount } from '../../access/current-account.js';
import { describeBrowser } from '../../http/describe-browser.js';
import { Conflict, NotFound, PlanRequired, ValidationFailed } from '../../http/problem-error.js';
import { isPublicEndpoint } from './public-address.js';
import { PushSubscription } from './push-subscription.entity.js';

/** So many alerts in a row that a push service refuses for good, and the browser is forgotten. */
const REFUSED_AT_MOST = 5;

type Named = Pick<PushSubscription, 'accountId' | 'id'>;

/** The browsers that an account's owner wants to be alerted on. */
@Injectable()
export class PushSubscriptions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws {PlanRequired} */
  async list({ id: accountId, plan }: SignedInAccount): Promise<PushSubscriptionList> {
    requireAlerts(plan);
    const found = await this.dataSource.manager.find(PushSubscription, {
      where: { accountId },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
    return { subscriptions: found.map(answer) };
  }

  /**
   * Adds a browser; one that is there already changes nothing.
   * @throws {PlanRequired}
   * @throws {ValidationFailed} when it could be no browser's
   * @throws {Conflict} when the account has as many as it may have
   */
  async add(
    { id: accountId, plan, language }: SignedInAccount,
    { endpoint, keys, replaces }: NewPushSubscription,
    userAgent: string | null,
  ): Promise<PushSubscriptionAnswer> {
    requireAlerts(plan);
    if (!isPublicEndpoint(endpoint)) throw wrong('endpoint', 'must be the address of a push service');
    if (!isPublicKey(keys.p256dh)) throw wrong('keys.p256dh', 'must be a public key of the curve P-256');
    const added = await this.dataSource.transaction(async (manager) => {
      // Locked, or two at once would both be the twentieth.
      await manager.sql`SELECT 1 FROM accounts WHERE account_id = ${accountId} FOR NO KEY UPDATE`;
      // Its browser has another owner now, who must not see the alerts of the one before.
      await manager.sql`DELETE FROM push_subscriptions WHERE endpoint = ${endpoint} AND account_id <> ${accountId}`;
      const present = await manager.findOneBy(PushSubscription, { accountId, endpoint });
      if (present !== null) return present;
      const former =
        replaces === undefined
          ? null
          : await manager.findOneBy(PushSubscription, { accountId, endpoint: replaces });
      if (former !== null) {
        const { id } = former;
        await manager.update(PushSubscription, { accountId, id }, { endpoint, ...keys, refusedCount: 0 });
        return Object.assign(former, { endpoint });
      }
      return insert(manager, {
        accountId,
        endpoint,
        ...keys,
        locale: language,
        ...describeBrowser(userAgent),
      });
    });
    return answer(added);
  }

  /** @throws {PlanRequired} @throws {NotFound} */
  async remove({ id: accountId, plan }: SignedInAccount, id: string): Promise<void> {
    requireAlerts(plan);
    const { affected } = await this.dataSource.manager.delete(PushSubscription, { accountId, id });
    if (affected === 0) throw new NotFound('There is no such device.');
  }

  /** Its push service has taken an alert. */
  async taken({ accountId, id }: Named): Promise<void> {
    await this.dataSource.sql`
      UPDATE push_subscriptions SET refused_count = 0
       WHERE account_id = ${accountId} AND subscription_id = ${id} AND refused_count > 0`;
  }

  /** Its push service has refused an alert for good: after a few of those it is forgotten. */
  async refused({ accountId, id }: Named): Promise<void> {
    await this.dataSource.sql`
      UPDATE push_subscriptions SET refused_count = refused_count + 1
       WHERE account_id = ${accountId} AND subscription_id = ${id}`;
    await this.dataSource.sql`
      DELETE FROM push_subscriptions
       WHERE account_id = ${accountId} AND subscription_id = ${id} AND refused_count >= ${REFUSED_AT_MOST}`;
  }

  /** The browser is no longer there; unless it has got another endpoint meanwhile. */
  async gone({ accountId, id }: Named, endpoint: string): Promise<void> {
    await this.dataSource.manager.delete(PushSubscription, { accountId, id, endpoint });
  }
}

async function insert(
  manager: EntityManager,
  wanted: Omit<PushSubscription, 'id' | 'createdAt' | 'refusedCount'>,
): Promise<PushSubscription> {
  const { accountId } = wanted;
  if ((await manager.countBy(PushSubscription, { accountId })) >= MAX_PUSH_SUBSCRIPTIONS) {
    throw new Conflict(`An account has alerts on at most ${MAX_PUSH_SUBSCRIPTIONS} devices.`);
  }
  const made = { ...wanted, id: randomUUID(), createdAt: new Date(), refusedCount: 0 };
  await manager.insert(PushSubscription, made);
  return made;
}

/** Only the models that have something to alert to. */
function requireAlerts(plan: string): void {
  if (!planHas(plan, 'usage.notifications')) throw new PlanRequired('usage.notifications');
}

function wrong(path: string, message: string): ValidationFailed {
  return new ValidationFailed([{ path, message }]);
}

function isPublicKey(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url');
    return true;
  } catch {
    return false;
  }
}

function answer({ id, browser, system, endpoint, createdAt }: PushSubscription): PushSubscriptionAnswer {
  return {
    id,
    browser,
    system,
    digest: createHash('sha256').update(endpoint).digest('base64url'),
    createdAt: createdAt.toISOString(),
  };
}
