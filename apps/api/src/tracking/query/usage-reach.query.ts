import type { DataSource } from 'typeorm';
import type { ClosedDays } from './usage-scope.js';

/** What of an account's usage is kept, and what of that is summed up. */
export interface UsageReach {
  readonly closed: ClosedDays;
  /** 1 to 25. */
  readonly monthsKept: number;
  /** Whether something that was stored is not merged into the rollups yet. */
  readonly waiting: boolean;
}

const NOTHING: UsageReach = {
  closed: { before: null, together: false, openTogether: false },
  monthsKept: 1,
  waiting: false,
};

/** An account that is gone has nothing. */
export async function usageReach(
  dataSource: Pick<DataSource, 'sql'>,
  accountId: string,
): Promise<UsageReach> {
  const reaches = await usageReaches(dataSource, [accountId]);
  return reaches.get(accountId) ?? NOTHING;
}

/** The same of several accounts, by account; those that are gone are missing. */
export async function usageReaches(
  dataSource: Pick<DataSource, 'sql'>,
  accountIds: readonly string[],
): Promise<Map<string, UsageReach>> {
  const rows = await dataSource.sql<
    {
      accountId: string;
      before: string | null;
      together: boolean;
      openTogether: boolean;
      monthsKept: number;
      waiting: boolean;
    }[]
  >`
    SELECT account_id AS "accountId", to_char(usage_closed_before, 'YYYY-MM-DD') AS "before",
           usage_closed_together AS "together", usage_open_together AS "openTogether",
           usage_months_kept AS "monthsKept",
           EXISTS (SELECT FROM usage_increments WHERE account_id = accounts.account_id) AS "waiting"
      FROM accounts
     WHERE account_id = ANY (${accountIds}::uuid[])`;
  return new Map(
    rows.map(({ accountId, before, together, openTogether, monthsKept, waiting }) => [
      accountId,
      { closed: { before, together, openTogether }, monthsKept, waiting },
    ]),
  );
}
