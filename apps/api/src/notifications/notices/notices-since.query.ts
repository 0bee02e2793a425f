import { NOTICE_FEATURES, NOTICE_KINDS } from '@num-ecard/contracts/notices';
import type { Feature } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import type { Notice } from './notice.entity.js';

// A client's times end at the millisecond.

/** What an account was told after a moment and may see with these features, oldest first. More than a list's page are not worth telling. */
export function noticesSince(
  dataSource: DataSource,
  accountId: string,
  since: Date,
  features: readonly Feature[],
): Promise<Notice[]> {
  const kinds = NOTICE_KINDS.filter((kind) => features.includes(NOTICE_FEATURES[kind]));
  return dataSource.sql<Notice[]>`
    SELECT * FROM (
      SELECT account_id AS "accountId", notice_id AS "id", kind, told_at AS "at", path, counts, card_id AS "cardId",
             read_at AS "readAt"
        FROM notices
       WHERE account_id = ${accountId} AND told_at >= ${since}::timestamptz + interval '1 millisecond' AND kind = ANY (${kinds}::text[])
       ORDER BY told_at DESC, notice_id DESC
       LIMIT 50) AS latest
     ORDER BY "at", "id"`;
}
