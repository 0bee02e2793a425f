import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { readPlan } from './read-plan.js';
import type { ReadScope } from './usage-scope.js';

export interface CardMonth {
  readonly cardId: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** Above 0. */
  readonly views: number;
}

/** A period's views by card and calendar month; of a month that the period cuts, only its days. */
export async function usageCardMonths(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<CardMonth[]> {
  const { accountId, cardIds } = scope;
  const { months, dayFront, dayBack } = readPlan({ ...scope, allCards: false }, range);
  return dataSource.sql<CardMonth[]>`
    SELECT card_id AS "cardId", to_char(day, 'YYYY-MM') AS "month", sum(views)::float8 AS "views"
      FROM (
        SELECT card_id, start AS day, views FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
           AND dimension = 'total' AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT card_id, day, views FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT card_id, day, views FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS pieces
     GROUP BY 1, 2
    HAVING sum(views) > 0
     ORDER BY 1, 2`;
}
