import type { DataSource } from 'typeorm';

export interface AccountCard {
  readonly id: string;
  /** Within the account. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
}

/** An account's cards, oldest first, without their profiles: there may be hundreds, and none is shown. */
export async function accountCards(dataSource: DataSource, accountId: string): Promise<AccountCard[]> {
  return dataSource.sql<AccountCard[]>`
    SELECT card_id AS "id", number, slug, title
      FROM cards
     WHERE account_id = ${accountId}
     ORDER BY created_at, card_id`;
}
