import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { EntityManager } from 'typeorm';
import { PushOutbox } from './push-outbox.js';
import { PushSubscription } from './push-subscription.entity.js';

/** What an account's browsers are alerted to. */
export interface PushNotice {
  readonly kind: NoticeKind;
  /** What it opens in the dashboard, such as `/referrals/prospects/ID`; no personal data. */
  readonly path: string;
  /** What is counted in its words. */
  readonly counts?: Readonly<Record<string, number>>;
  /** By which a device tells it from others of its kind, and knows it when it comes again. Absent: by its path. */
  readonly noticeId?: string | undefined;
}

/** The way to alert an account, for modules that know what has happened. */
@Injectable()
export class PushNotices {
  constructor(private readonly outbox: PushOutbox) {}

  /**
   * Alerts every browser of the account if and only if the manager's transaction commits. Whether the owner wants it, and whether now, is
   * asked when it is sent.
   */
  async notify(
    manager: EntityManager,
    accountId: string,
    { kind, path, counts = {}, noticeId }: PushNotice,
  ): Promise<void> {
    const subscriptions = await manager.find(PushSubscription, {
      select: { id: true },
      where: { accountId },
    });
    const at = Date.now();
    await this.outbox.push(
      manager,
      subscriptions.map(({ id }) => ({
        accountId,
        subscriptionId: id,
        kind,
        path,
        counts,
        noticeId,
        notices: 1,
        at,
        release: false,
      })),
    );
  }
}
