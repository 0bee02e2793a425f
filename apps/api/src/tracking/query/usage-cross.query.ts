import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import type { UsageDimension } from '../store/usage-dimension.js';
import { crossPlan } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/** Of months see `usageCardMonths`. */
export type CrossedBy = Exclude<CrossBy, 'month'>;

interface Crossed {
  /** What the cards' own rows have it as. */
  readonly dimension: UsageDimension;
  /** How many parts of those rows' keys are its own: 0 for all. */
  readonly parts: 0 | 1 | 2;
}

const CROSSED: Readonly<Record<CrossedBy, Crossed>> = {
  source: { dimension: 'source', parts: 1 },
  country: { dimension: 'place', parts: 1 },
  region: { dimension: 'place', parts: 2 },
  city: { dimension: 'place', parts: 0 },
  target: { dimension: 'target', parts: 0 },
};

/**
 * What each key of a period counts of each card: clicks by target, views by all else. Keys are a source, a country,
 * `country/region`, `country/region/city`, a target; a part is empty where a place is not known so far.
 * @param among the keys to read; all of them unless given
 * @returns cards of the account that are not the scope's as well
 */
export async function usageCross(
  dataSource: DataSource,
  scope: ReadScope,
  by: CrossedBy,
  range: DayRange,
  among?: readonly string[],
): Promise<KeyCards[]> {
  const { accountId, cardIds } = scope;
  const { dimension, parts } = CROSSED[by];
  const { cardsFront, cardsMonths, cardsBack, months, dayFront, dayBack } = crossPlan(scope, range);
  const keys = among ?? null;
  return dataSource.sql<KeyCards[]>`
    WITH own AS (
      SELECT card_id, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
         AND dimension = ${dimension} AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = ${dimension}
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = ${dimension}
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date),
    counted AS (
      SELECT number,
             CASE ${parts}::integer
                  WHEN 1 THEN split_part(key, '/', 1)
                  WHEN 2 THEN split_part(key, '/', 1) || '/' || split_part(key, '/', 2)
                  ELSE key END AS key,
             sum(CASE WHEN ${by} = 'target' THEN clicks ELSE views END)::integer AS value
        FROM own
        JOIN cards ON account_id = ${accountId} AND cards.card_id = own.card_id
       WHERE ${keys}::text[] IS NULL OR key = ANY (${keys}::text[])
       GROUP BY 1, 2)
    SELECT key AS "key", string_agg(cards, '') AS "cards"
      FROM (
        SELECT key, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'month' AND dimension = ${by}
           AND start BETWEEN ${cardsMonths?.from ?? null}::date AND ${cardsMonths?.to ?? null}::date
           AND (${keys}::text[] IS NULL OR key = ANY (${keys}::text[]))
        UNION ALL
        SELECT key, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = ${by}
           AND start BETWEEN ${cardsFront?.from ?? null}::date AND ${cardsFront?.to ?? null}::date
           AND (${keys}::text[] IS NULL OR key = ANY (${keys}::text[]))
        UNION ALL
        SELECT key, cards FROM usage_closed_cards
         WHERE account_id = ${accountId} AND grain = 'day' AND dimension = ${by}
           AND start BETWEEN ${cardsBack?.from ?? null}::date AND ${cardsBack?.to ?? null}::date
           AND (${keys}::text[] IS NULL OR key = ANY (${keys}::text[]))
        UNION ALL
        SELECT key, string_agg(int4send(number) || int4send(value), '') FROM counted GROUP BY key
      ) AS pieces
     GROUP BY key`;
}
