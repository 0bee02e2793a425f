import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/**
 * A period's views of each card by calendar month (`YYYY-MM`); of a month that the period cuts, only its days.
 * @returns cards of the account that are not the scope's as well
 */
export async function usageCardMonths(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<KeyCards[]> {
  const { accountId, cardIds } = scope;
  const { cardsFront, cardsMonths, cardsBack, months, dayFront, dayBack } = crossPlan(scope, range);
  return dataSource.sql<KeyCards[]>`
    WITH own AS (
      SELECT card_id, start, views FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
         AND dimension = 'total' AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, views FROM usage_days
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, day, views FROM usage_days
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date)
    SELECT to_char(start, 'YYYY-MM') AS "key", string_agg(cards, '') AS "cards"
      FROM (
        SELECT start, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'month' AND dimension = 'total'
           AND start BETWEEN ${cardsMonths?.from ?? null}::date AND ${cardsMonths?.to ?? null}::date
        UNION ALL
        SELECT start, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = 'total'
           AND start BETWEEN ${cardsFront?.from ?? null}::date AND ${cardsFront?.to ?? null}::date
        UNION ALL
        SELECT start, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = 'total'
           AND start BETWEEN ${cardsBack?.from ?? null}::date AND ${cardsBack?.to ?? null}::date
        UNION ALL
        SELECT start, int4send(number) || int4send(views)
          FROM own
          JOIN cards ON account_id = ${accountId} AND cards.card_id = own.card_id
      ) AS pieces
     GROUP BY 1`;
}
