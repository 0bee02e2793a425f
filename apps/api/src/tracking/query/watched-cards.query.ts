import type { DataSource } from 'typeorm';

export interface WatchedCard {
  readonly accountId: string;
  readonly timezone: string;
  readonly id: string;
  readonly slug: string;
}

/** Cards of several accounts with what their days are; account by account, oldest first. Those that are gone are missing. */
export function watchedCards(
  dataSource: Pick<DataSource, 'sql'>,
  accountIds: readonly string[],
  cardIds: readonly string[],
): Promise<WatchedCard[]> {
  return dataSource.sql<WatchedCard[]>`
    SELECT account_id AS "accountId", timezone, card_id AS "id", slug
      FROM cards
      JOIN accounts USING (account_id)
     WHERE account_id = ANY (${accountIds}::uuid[]) AND card_id = ANY (${cardIds}::uuid[])
     ORDER BY account_id, cards.created_at, card_id`;
}
