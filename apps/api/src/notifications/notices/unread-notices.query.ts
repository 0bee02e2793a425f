import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { DataSource } from 'typeorm';

/** How many of these kinds are not read. */
export async function unreadNotices(
  dataSource: DataSource,
  accountId: string,
  kinds: readonly NoticeKind[],
): Promise<number> {
  const [{ unread }] = await dataSource.sql<[{ unread: number }]>`
    SELECT count(*)::integer AS unread FROM notices
     WHERE account_id = ${accountId} AND read_at IS NULL AND kind = ANY (${kinds}::text[])`;
  return unread;
}
