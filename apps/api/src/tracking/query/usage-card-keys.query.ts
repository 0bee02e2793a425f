import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { packedEntry } from '../store/packed-cards.js';
import type { UsageDimension } from '../store/usage-dimension.js';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

interface Crossed {
  readonly dimension: UsageDimension;
  /** How many parts of the dimension's keys count: 0 for all. */
  readonly parts: 0 | 1 | 2;
}

const CROSSED: Readonly<Record<Exclude<CrossBy, 'month'>, Crossed>> = {
  source: { dimension: 'source', parts: 1 },
  country: { dimension: 'place', parts: 1 },
  region: { dimension: 'place', parts: 2 },
  city: { dimension: 'place', parts: 0 },
  target: { dimension: 'target', parts: 0 },
};

/**
 * What `usagePackedCards` does not have of a period, by the same keys, from the cards' own rows: all days of an account that has one
 * card; days that are open until they are packed too.
 */
export async function usageCardKeys(
  dataSource: DataSource,
  scope: ReadScope,
  by: Exclude<CrossBy, 'month'>,
  range: DayRange,
): Promise<KeyCards[]> {
  const { accountId, cardIds, allCards } = scope;
  const { dimension, parts } = CROSSED[by];
  const { months, dayFront, dayBack } = crossPlan(scope, range);
  if ((months ?? dayFront ?? dayBack) === null) return [];
  return dataSource.sql<KeyCards[]>`
    WITH own AS (
      SELECT card_id, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
         AND dimension = ${dimension} AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND dimension = ${dimension}
         AND (${allCards} OR card_id = ANY (${cardIds}::uuid[]))
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND dimension = ${dimension}
         AND (${allCards} OR card_id = ANY (${cardIds}::uuid[]))
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date),
    -- Whole keys first: there are fewer of them than rows to take apart.
    whole AS (
      SELECT key, string_agg(${() => packedEntry('value')}, '') AS cards
        FROM own
        JOIN cards ON account_id = ${accountId} AND cards.card_id = own.card_id,
             LATERAL (SELECT CASE WHEN ${by} = 'target' THEN clicks ELSE views END AS value) AS counted
       GROUP BY key)
    SELECT CASE ${parts}::integer
                WHEN 1 THEN split_part(key, '/', 1)
                WHEN 2 THEN split_part(key, '/', 1) || '/' || split_part(key, '/', 2)
                ELSE key END AS "key",
           string_agg(cards, '') AS "cards"
      FROM whole
     GROUP BY 1`;
}
