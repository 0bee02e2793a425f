import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { readPlan } from './read-plan.js';
import type { Figures, ReadScope } from './usage-scope.js';

export interface CardTotals extends Figures {
  readonly cardId: string;
}

/** All of a period, card by card: those of the scope's of which there is something. */
export async function usageCardTotals(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<CardTotals[]> {
  const { accountId, cardIds } = scope;
  const { months, dayFront, dayBack } = readPlan({ ...scope, allCards: false }, range);
  return dataSource.sql<CardTotals[]>`
    SELECT card_id AS "cardId", sum(views)::float8 AS "views", sum(visitors)::float8 AS "visitors",
           sum(clicks)::float8 AS "clicks", sum(engaged_ms)::float8 AS "engagedMs"
      FROM (
        SELECT card_id, views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
           AND dimension = 'total' AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT card_id, views, visitors, clicks, engaged_ms FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT card_id, views, visitors, clicks, engaged_ms FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS pieces
     GROUP BY card_id`;
}
