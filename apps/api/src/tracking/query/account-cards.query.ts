import type { DataSource } from 'typeorm';

export interface AccountCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** An account's cards, oldest first, without their profiles: there may be hundreds, and none is shown. */
export async function accountCards(dataSource: DataSource, accountId: string): Promise<AccountCard[]> {
  return dataSource.sql<AccountCard[]>`
    SELECT card_id AS "id", slug, title
      FROM cards
     WHERE account_id = ${accountId}
     ORDER BY created_at, card_id`;
}
