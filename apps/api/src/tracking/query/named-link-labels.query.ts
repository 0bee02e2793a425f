import type { DataSource } from 'typeorm';

export interface LinkLabel {
  readonly code: string;
  readonly label: string;
}

/** The named links of some of an account's cards, oldest first. */
export async function namedLinkLabels(
  dataSource: DataSource,
  accountId: string,
  cardIds: readonly string[],
): Promise<LinkLabel[]> {
  return dataSource.sql<LinkLabel[]>`
    SELECT code, label FROM named_links
     WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
     ORDER BY created_at, code`;
}
