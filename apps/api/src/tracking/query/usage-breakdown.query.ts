import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { ALL_CARDS, type UsageDimension } from '../store/usage-dimension.js';
import { readPlan } from './read-plan.js';
import type { Figures, ReadScope } from './usage-scope.js';

export interface KeyFigures extends Figures {
  readonly key: string;
}

/**
 * A period by one dimension, summed over its days and the scope's cards; ordered by key. What was counted up and down again is
 * left out.
 * @param dimension hours are kept in months as hours of the week, and are asked for by `usageWeekHours`
 */
export async function usageBreakdown(
  dataSource: DataSource,
  scope: ReadScope,
  dimension: Exclude<UsageDimension, 'hour'>,
  range: DayRange,
): Promise<KeyFigures[]> {
  const { accountId, cardIds, allCards } = scope;
  const { monthCards, months, sumFront, sumBack, sumOpen, dayFront, dayBack } = readPlan(scope, range);
  // Sums first, then their order: asked for at once, PostgreSQL would sort every row instead of the few sums.
  return dataSource.sql<KeyFigures[]>`
    WITH sums AS MATERIALIZED (
    SELECT key AS "key", sum(views)::float8 AS "views", sum(visitors)::float8 AS "visitors",
           sum(clicks)::float8 AS "clicks", sum(engaged_ms)::float8 AS "engagedMs"
      FROM (
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${monthCards}::uuid[]) AND grain = 'month'
           AND dimension = ${dimension}
           AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day'
           AND dimension = ${dimension}
           AND start BETWEEN ${sumFront?.from ?? null}::date AND ${sumFront?.to ?? null}::date
        UNION ALL
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day'
           AND dimension = ${dimension}
           AND start BETWEEN ${sumBack?.from ?? null}::date AND ${sumBack?.to ?? null}::date
        UNION ALL
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_open_breakdowns
         WHERE account_id = ${accountId} AND dimension = ${dimension}
           AND day BETWEEN ${sumOpen?.from ?? null}::date AND ${sumOpen?.to ?? null}::date
        UNION ALL
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_day_breakdowns
         WHERE account_id = ${accountId} AND dimension = ${dimension}
           AND (${allCards} OR card_id = ANY (${cardIds}::uuid[]))
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT key, views, visitors, clicks, engaged_ms FROM usage_day_breakdowns
         WHERE account_id = ${accountId} AND dimension = ${dimension}
           AND (${allCards} OR card_id = ANY (${cardIds}::uuid[]))
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS pieces
     GROUP BY key
    HAVING (sum(views), sum(clicks), sum(engaged_ms)) <> (0, 0, 0))
    SELECT * FROM sums ORDER BY "key"`;
}
