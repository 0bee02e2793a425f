import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { readPlan } from './read-plan.js';
import type { ReadScope } from './usage-scope.js';

export interface UsageSummaryRow {
  readonly cardId: string;
  readonly views: number;
  readonly viewsToday: number;
  readonly lastVisitAt: Date | null;
  /** Most clicked first. */
  readonly targets: readonly { readonly target: string; readonly total: number; readonly today: number }[];
}

/**
 * All there was in a range, and on one day, for each of the scope's cards: a few rows a month and card, however many came.
 * @param today a day of the range
 */
export async function usageSummary(
  dataSource: Pick<DataSource, 'sql'>,
  scope: ReadScope,
  range: DayRange,
  today: string,
): Promise<UsageSummaryRow[]> {
  const { accountId, cardIds } = scope;
  const { months, dayFront, dayBack } = readPlan({ ...scope, allCards: false }, range);
  return dataSource.sql<UsageSummaryRow[]>`
    WITH pieces AS (
      SELECT card_id, start AS day, dimension, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
         AND dimension IN ('target', 'total')
         AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, 'target', key, 0, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = 'target'
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, 'target', key, 0, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = 'target'
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, 'total', '', views, 0 FROM usage_days
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, 'total', '', views, 0 FROM usage_days
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date),
    sums AS (
      SELECT card_id, dimension, key, sum(views)::float8 AS views, sum(clicks)::float8 AS clicks,
             -- Today is never in a month that is closed.
             coalesce(sum(views) FILTER (WHERE day = ${today}::date), 0)::float8 AS views_today,
             coalesce(sum(clicks) FILTER (WHERE day = ${today}::date), 0)::float8 AS clicks_today
        FROM pieces
       GROUP BY card_id, dimension, key),
    targets AS (
      SELECT card_id, json_agg(json_build_object('target', key, 'total', clicks, 'today', clicks_today)
                               ORDER BY clicks DESC, key) AS targets
        FROM sums
       WHERE dimension = 'target' AND clicks > 0
       GROUP BY card_id)
    SELECT asked.card_id AS "cardId", coalesce(total.views, 0) AS "views",
           coalesce(total.views_today, 0) AS "viewsToday", last_view.last_view_at AS "lastVisitAt",
           coalesce(targets.targets, '[]') AS "targets"
      FROM unnest(${cardIds}::uuid[]) AS asked (card_id)
      LEFT JOIN sums AS total ON total.card_id = asked.card_id AND total.dimension = 'total'
      LEFT JOIN targets ON targets.card_id = asked.card_id
      LEFT JOIN LATERAL (
           SELECT last_view_at FROM usage_days
            WHERE account_id = ${accountId} AND card_id = asked.card_id AND last_view_at IS NOT NULL
              AND day >= ${range.from}::date
            ORDER BY day DESC
            LIMIT 1) AS last_view ON true`;
}
