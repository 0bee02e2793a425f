import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { ALL_CARDS } from '../store/usage-dimension.js';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/**
 * The same as `usagePackedCards`, of the cities with the most views alone: there may be thousands, and no others are read card by
 * card. Of an account whose days are all summed up over its cards.
 */
export async function usageLargestCities(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
  atMost: number,
): Promise<KeyCards[]> {
  const { accountId } = scope;
  const { cardsFront, cardsMonths, cardsBack, cardsOpen } = crossPlan(scope, range);
  return dataSource.sql<KeyCards[]>`
    WITH asked AS (
      SELECT grain, from_day::date, to_day::date
        FROM (VALUES ('month', ${cardsMonths?.from ?? null}, ${cardsMonths?.to ?? null}),
                     ('day', ${cardsFront?.from ?? null}, ${cardsFront?.to ?? null}),
                     ('day', ${cardsBack?.from ?? null}, ${cardsBack?.to ?? null})) AS piece (grain, from_day, to_day)
       WHERE from_day IS NOT NULL),
    open AS (SELECT ${cardsOpen?.from ?? null}::date AS from_day, ${cardsOpen?.to ?? null}::date AS to_day),
    largest AS MATERIALIZED (
      SELECT key
        FROM (
          SELECT key, views FROM asked
            JOIN usage_closed_breakdowns b ON b.grain = asked.grain AND b.start BETWEEN from_day AND to_day
           WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND dimension = 'place'
          UNION ALL
          SELECT key, views FROM open JOIN usage_open_breakdowns ON day BETWEEN from_day AND to_day
           WHERE account_id = ${accountId} AND dimension = 'place'
        ) AS pieces
       GROUP BY key ORDER BY sum(views) DESC, key COLLATE "C" LIMIT ${atMost}::integer)
    SELECT key AS "key", string_agg(cards, '') AS "cards"
      FROM (
        SELECT key, cards FROM asked
          JOIN usage_closed_cards c ON c.grain = asked.grain AND c.start BETWEEN from_day AND to_day
         WHERE account_id = ${accountId} AND dimension = 'city'
        UNION ALL
        SELECT key, cards FROM open JOIN usage_open_cards ON day BETWEEN from_day AND to_day
         WHERE account_id = ${accountId} AND dimension = 'city'
      ) AS pieces
     WHERE key IN (SELECT key FROM largest)
     GROUP BY key`;
}
