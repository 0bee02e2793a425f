import type { EntityManager } from 'typeorm';

export interface DailyViewsRow {
  readonly cardId: string;
  readonly slug: string;
  /** Of the day. */
  readonly today: number;
  /** Of the days before, the latest first, none left out. */
  readonly before: readonly number[];
}

/** The views of a day and of up to 28 days before, of those cards that were not told to be unusual on it. @param day `YYYY-MM-DD` */
export function dailyViews(
  manager: EntityManager,
  accountId: string,
  cardIds: readonly string[],
  day: string,
): Promise<DailyViewsRow[]> {
  return manager.query<DailyViewsRow[]>(
    `SELECT n.card_id AS "cardId", c.slug, t.views AS "today",
            ARRAY(SELECT COALESCE(d.views, 0)
                    FROM generate_series(1, LEAST(28, $3::date - counted.first)) AS ago
                    LEFT JOIN usage_days d ON d.account_id = $1 AND d.card_id = n.card_id AND d.day = $3::date - ago
                   ORDER BY ago) AS "before"
       FROM usage_news n
       JOIN cards c ON c.account_id = n.account_id AND c.card_id = n.card_id
       JOIN usage_days t ON t.account_id = n.account_id AND t.card_id = n.card_id AND t.day = $3::date,
            LATERAL (SELECT min(day) AS first FROM usage_days d
                      WHERE d.account_id = n.account_id AND d.card_id = n.card_id) AS counted
      WHERE n.account_id = $1 AND n.card_id = ANY ($2::uuid[]) AND (n.unusual_day IS NULL OR n.unusual_day < $3::date)
      ORDER BY n.card_id`,
    [accountId, cardIds, day],
  );
}
