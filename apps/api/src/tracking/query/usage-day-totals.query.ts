import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { ALL_CARDS } from '../store/usage-dimension.js';
import { dayPlan } from './read-plan.js';
import type { Figures, ReadScope } from './usage-scope.js';

export interface DayTotals extends Figures {
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Day by day, over the scope's cards: the days on which there was something, ascending. */
export async function usageDayTotals(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<DayTotals[]> {
  const { accountId, cardIds } = scope;
  const { sums, sumOpen, days } = dayPlan(scope, range);
  return dataSource.sql<DayTotals[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS "day", sum(views)::float8 AS "views", sum(visitors)::float8 AS "visitors",
           sum(clicks)::float8 AS "clicks", sum(engaged_ms)::float8 AS "engagedMs"
      FROM (
        SELECT start AS day, views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day'
           AND dimension = 'total' AND start BETWEEN ${sums?.from ?? null}::date AND ${sums?.to ?? null}::date
        UNION ALL
        SELECT day, views, visitors, clicks, engaged_ms FROM usage_open_breakdowns
         WHERE account_id = ${accountId} AND dimension = 'total'
           AND day BETWEEN ${sumOpen?.from ?? null}::date AND ${sumOpen?.to ?? null}::date
        UNION ALL
        SELECT day, views, visitors, clicks, engaged_ms FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${days?.from ?? null}::date AND ${days?.to ?? null}::date
      ) AS pieces
     GROUP BY day
     ORDER BY day`;
}
