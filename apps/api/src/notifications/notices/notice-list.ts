import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Notice as NoticeAnswer,
  noticeKindsOf,
  type Notices as NoticesAnswer,
  type NoticesQuery,
  type NoticesRead,
  type NoticesUnread,
} from '@num-ecard/contracts/notices';
import { type DataSource, In } from 'typeorm';
import { z } from 'zod';
import type { SignedInAccount } from '../../access/current-account.js';
import { ValidationFailed } from '../../http/problem-error.js';
import { Notice } from './notice.entity.js';
import { noticeList, type NoticePlace, type NoticeRow } from './notice-list.query.js';
import { unreadNotices } from './unread-notices.query.js';

type Owner = Pick<SignedInAccount, 'id' | 'plan'>;

/** What an owner was told, and what of it they have read: only of the kinds that the model has now. */
@Injectable()
export class NoticeList {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws {ValidationFailed} for what is no cursor */
  async page({ id: accountId, plan }: Owner, { cursor, limit }: NoticesQuery): Promise<NoticesAnswer> {
    const kinds = noticeKindsOf(plan);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const rows = await noticeList(this.dataSource, accountId, { kinds, limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(answer),
      unread: await unreadNotices(this.dataSource, accountId, kinds),
      next: rows.length > limit && last !== undefined ? cursorAfter(last) : null,
    };
  }

  async read({ id: accountId, plan }: Owner, read: NoticesRead): Promise<NoticesUnread> {
    const kinds = noticeKindsOf(plan);
    const change = this.dataSource.manager
      .createQueryBuilder()
      .update(Notice)
      .set({ readAt: new Date() })
      .where({ accountId, kind: In(kinds) })
      .andWhere('read_at IS NULL');
    if ('ids' in read) change.andWhere({ id: In(read.ids) });
    // An answer's times end at the millisecond, the database's do not.
    else change.andWhere(`told_at < :until::timestamptz + interval '1 millisecond'`, { until: read.until });
    await change.execute();
    return { unread: await unreadNotices(this.dataSource, accountId, kinds) };
  }
}

/** As the list and the stream have it. */
export function answer({
  id,
  kind,
  at,
  path,
  counts,
  cardId,
  readAt,
}: Omit<Notice, 'accountId'>): NoticeAnswer {
  return NoticeAnswer.parse({
    id,
    kind,
    at: at.toISOString(),
    path,
    counts,
    cardId,
    readAt: readAt?.toISOString() ?? null,
  });
}

const Place = z.tuple([z.iso.datetime({ precision: 6 }).regex(/^(?:19|2\d)/), z.uuid()]);

function cursorAfter({ atExactly, id }: NoticeRow): string {
  return Buffer.from(`${atExactly} ${id}`).toString('base64url');
}

function placeOf(cursor: string): NoticePlace {
  const place = Place.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split(' '));
  if (!place.success)
    throw new ValidationFailed([{ path: 'cursor', message: 'must be the `next` of an answer' }]);
  const [at, id] = place.data;
  return { at, id };
}
