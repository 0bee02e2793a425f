import type { DataSource } from 'typeorm';

export interface UsageSummaryRow {
  readonly cardId: string;
  readonly views: number;
  readonly viewsToday: number;
  readonly lastVisitAt: Date | null;
  /** Most clicked first. */
  readonly targets: readonly { readonly target: string; readonly total: number; readonly today: number }[];
}

/**
 * All there was, and today, for each of an account's cards: read from the rollups by day, so that its cost
 * depends on how long a card has been online and not on how many came.
 * @param now whose day in `timezone` is "today"
 */
export async function usageSummary(
  dataSource: DataSource,
  accountId: string,
  cardIds: readonly string[],
  timezone: string,
  now: Date,
): Promise<UsageSummaryRow[]> {
  return dataSource.sql<UsageSummaryRow[]>`
    WITH today AS (SELECT (${now}::timestamptz AT TIME ZONE ${timezone})::date AS day),
    days AS (
      SELECT card_id, sum(views)::integer AS views, max(last_view_at) AS last_visit_at,
             coalesce(sum(views) FILTER (WHERE day = (SELECT day FROM today)), 0)::integer AS views_today
        FROM usage_days
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
       GROUP BY card_id),
    targets AS (
      SELECT card_id, target, sum(clicks)::integer AS total,
             coalesce(sum(clicks) FILTER (WHERE day = (SELECT day FROM today)), 0)::integer AS today
        FROM usage_day_targets
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
       GROUP BY card_id, target)
    SELECT card_id AS "cardId", coalesce(views, 0) AS "views", coalesce(views_today, 0) AS "viewsToday",
           last_visit_at AS "lastVisitAt",
           coalesce((SELECT json_agg(json_build_object('target', target, 'total', total, 'today', today)
                                     ORDER BY total DESC, target)
                       FROM targets t WHERE t.card_id = asked.card_id), '[]') AS "targets"
      FROM unnest(${cardIds}::uuid[]) AS asked (card_id)
      LEFT JOIN days USING (card_id)`;
}
