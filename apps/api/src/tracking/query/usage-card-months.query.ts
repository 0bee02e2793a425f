import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { packedEntry } from '../store/packed-cards.js';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/** The same as `usageCardKeys` of the views by calendar month (`YYYY-MM`); of a month that the period cuts, only its days. */
export async function usageCardMonths(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<KeyCards[]> {
  const { accountId, cardIds } = scope;
  const { months, dayFront, dayBack } = crossPlan(scope, range);
  if ((months ?? dayFront ?? dayBack) === null) return [];
  return dataSource.sql<KeyCards[]>`
    SELECT to_char(day, 'YYYY-MM') AS "key",
           string_agg(${() => packedEntry('views')}, '') AS "cards"
      FROM (
        SELECT card_id, start AS day, views FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
           AND dimension = 'total' AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT card_id, day, views FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT card_id, day, views FROM usage_days
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS own
      JOIN cards ON account_id = ${accountId} AND cards.card_id = own.card_id
     GROUP BY 1`;
}
