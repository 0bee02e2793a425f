import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NOTICE_FEATURES, type NoticeCounts, type NoticeKind } from '@num-ecard/contracts/notices';
import { planHas } from '@num-ecard/contracts/plans';
import type { EntityManager } from 'typeorm';
import { LIVE_CHANNEL, liveNotices } from '../live/live-streams.js';
import { PushNotices } from '../push/push-notices.js';
import { Notice } from './notice.entity.js';
import { toldAccount } from './told-account.query.js';

/** Name under which notices are announced to open streams. */
export const NOTICE = 'notice';

interface About<Kind extends NoticeKind> {
  readonly kind: Kind;
  /** What it is about, in the dashboard; no personal data. */
  readonly path: string;
  readonly counts: NoticeCounts<Kind>;
  /** Null when it is about several cards. */
  readonly cardId: string | null;
}
export type NewNotice = { [Kind in NoticeKind]: About<Kind> }[NoticeKind];

/** The way to tell an owner something, for modules that know what has happened. */
@Injectable()
export class Notices {
  constructor(private readonly push: PushNotices) {}

  /**
   * Puts it on the list, alerts the browsers and tells the open screens, if and only if the manager's transaction commits. Nothing of what
   * the owner has switched off or the model lacks.
   * @returns whether the owner is told
   */
  async tell(manager: EntityManager, accountId: string, notice: NewNotice): Promise<boolean> {
    const { kind, path, counts, cardId } = notice;
    const account = await toldAccount(manager, accountId);
    if (account?.wanted[kind] !== true || !planHas(account.plan, NOTICE_FEATURES[kind])) return false;
    const id = randomUUID();
    await manager.insert(Notice, { accountId, id, kind, at: new Date(), path, counts, cardId });
    await this.push.notify(manager, accountId, { kind, path, counts: pushedCounts(notice), noticeId: id });
    for (const payload of liveNotices(NOTICE, accountId, [id]))
      await manager.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, payload]);
    return true;
  }
}

/** Numbers alone go to push services. */
function pushedCounts(notice: NewNotice): Record<string, number> {
  switch (notice.kind) {
    case 'visits':
      return { ...notice.counts };
    case 'unusual': {
      const { views, factor, cards } = notice.counts;
      return { views, factor, cards };
    }
    default:
      return {};
  }
}
