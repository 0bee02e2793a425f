import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { DataSource } from 'typeorm';
import type { Notice } from './notice.entity.js';

/** Where a page of the list ended. */
export interface NoticePlace {
  /** To the microsecond. */
  readonly at: string;
  readonly id: string;
}

export interface NoticeRow extends Omit<Notice, 'accountId'> {
  readonly atExactly: string;
}

export interface NoticePage {
  readonly kinds: readonly NoticeKind[];
  readonly limit: number;
  readonly after: NoticePlace | undefined;
}

/** The latest first. */
export function noticeList(
  dataSource: DataSource,
  accountId: string,
  { kinds, limit, after }: NoticePage,
): Promise<NoticeRow[]> {
  return dataSource.sql<NoticeRow[]>`
    SELECT notice_id AS "id", kind, told_at AS "at", path, counts, card_id AS "cardId", read_at AS "readAt",
           to_char(told_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "atExactly"
      FROM notices
     WHERE account_id = ${accountId} AND kind = ANY (${kinds}::text[])
       AND (told_at, notice_id) < (COALESCE(${after?.at ?? null}::timestamptz, 'infinity'), COALESCE(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
     ORDER BY told_at DESC, notice_id DESC
     LIMIT ${limit}`;
}
