import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { ALL_CARDS } from '../store/usage-dimension.js';
import { readPlan } from './read-plan.js';
import type { Figures, ReadScope } from './usage-scope.js';

/** All of a period, over the scope's cards. */
export async function usageTotals(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<Figures> {
  const { accountId, cardIds } = scope;
  const { monthCards, months, sumFront, sumBack, sumOpen, dayFront, dayBack } = readPlan(scope, range);
  const [totals] = await dataSource.sql<[Figures]>`
    SELECT coalesce(sum(views), 0)::float8 AS "views", coalesce(sum(visitors), 0)::float8 AS "visitors",
           coalesce(sum(clicks), 0)::float8 AS "clicks", coalesce(sum(engaged_ms), 0)::float8 AS "engagedMs"
      FROM (
        SELECT views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${monthCards}::uuid[]) AND grain = 'month'
           AND dimension = 'total' AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day'
           AND dimension = 'total' AND start BETWEEN ${sumFront?.from ?? null}::date AND ${sumFront?.to ?? null}::date
        UNION ALL
        SELECT views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day'
           AND dimension = 'total' AND start BETWEEN ${sumBack?.from ?? null}::date AND ${sumBack?.to ?? null}::date
        UNION ALL
        SELECT views, visitors, clicks, engaged_ms FROM usage_open_breakdowns
         WHERE account_id = ${accountId} AND dimension = 'total'
           AND day BETWEEN ${sumOpen?.from ?? null}::date AND ${sumOpen?.to ?? null}::date
        UNION ALL
        SELECT views, visitors, clicks, engaged_ms FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT views, visitors, clicks, engaged_ms FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS pieces`;
  return totals;
}
