import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import type { CardsDimension } from '../store/usage-dimension.js';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/**
 * What each key counts of each card, of days that are packed: a row a key, and day or month, however many cards there are.
 * The total is told by month, `YYYY-MM`.
 * @param atMost how many of the largest keys to read; all of them unless given
 * @returns cards of the account that are not the scope's as well
 */
export async function usagePackedCards(
  dataSource: DataSource,
  scope: ReadScope,
  dimension: CardsDimension,
  range: DayRange,
  atMost?: number,
): Promise<KeyCards[]> {
  const { accountId } = scope;
  const { cardsFront, cardsMonths, cardsBack, cardsOpen } = crossPlan(scope, range);
  return dataSource.sql<KeyCards[]>`
    SELECT CASE WHEN ${dimension} = 'total' THEN to_char(start, 'YYYY-MM') ELSE key END AS "key",
           string_agg(cards, '') AS "cards"
      FROM (
        SELECT start, key, cards, total FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'month' AND dimension = ${dimension}
           AND start BETWEEN ${cardsMonths?.from ?? null}::date AND ${cardsMonths?.to ?? null}::date
        UNION ALL
        SELECT start, key, cards, total FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = ${dimension}
           AND start BETWEEN ${cardsFront?.from ?? null}::date AND ${cardsFront?.to ?? null}::date
        UNION ALL
        SELECT start, key, cards, total FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = ${dimension}
           AND start BETWEEN ${cardsBack?.from ?? null}::date AND ${cardsBack?.to ?? null}::date
        UNION ALL
        SELECT day, key, cards, total FROM usage_open_cards
         WHERE account_id = ${accountId} AND dimension = ${dimension}
           AND day BETWEEN ${cardsOpen?.from ?? null}::date AND ${cardsOpen?.to ?? null}::date
      ) AS pieces
     GROUP BY 1
     ORDER BY sum(total) DESC, 1
     LIMIT ${atMost ?? null}::integer`;
}
