import type { DataSource } from 'typeorm';
import type { UsageScope } from './usage-scope.js';

/** When the latest of all visits of the scope's cards was, or null. */
export async function lastVisit(
  dataSource: DataSource,
  { accountId, cardIds }: UsageScope,
  since: string,
): Promise<Date | null> {
  const [row] = await dataSource.sql<{ lastVisitAt: Date | null }[]>`
    SELECT max(last_view.last_view_at) AS "lastVisitAt"
      FROM unnest(${cardIds}::uuid[]) AS asked (card_id)
     CROSS JOIN LATERAL (
           SELECT last_view_at FROM usage_days
            WHERE account_id = ${accountId} AND card_id = asked.card_id AND last_view_at IS NOT NULL
              AND day >= ${since}::date
            ORDER BY day DESC
            LIMIT 1) AS last_view`;
  return row?.lastVisitAt ?? null;
}
