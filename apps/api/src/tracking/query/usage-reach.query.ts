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

/** An account that is gone has nothing. */
export async function usageReach(dataSource: DataSource, accountId: string): Promise<UsageReach> {
  const [row] = await dataSource.sql<
    {
      before: string | null;
      together: boolean;
      openTogether: boolean;
      monthsKept: number;
      waiting: boolean;
    }[]
  >`
    SELECT to_char(usage_closed_before, 'YYYY-MM-DD') AS "before", usage_closed_together AS "together",
           usage_open_together AS "openTogether",
           usage_months_kept AS "monthsKept",
           EXISTS (SELECT FROM usage_increments WHERE account_id = ${accountId}) AS "waiting"
      FROM accounts
     WHERE account_id = ${accountId}`;
  const {
    before = null,
    together = false,
    openTogether = false,
    monthsKept = 1,
    waiting = false,
  } = row ?? {};
  return { closed: { before, together, openTogether }, monthsKept, waiting };
}
