import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import type { ClosedDimension, UsageDimension } from '../store/usage-dimension.js';
import { splitRange } from './read-plan.js';
import type { ReadScope } from './usage-scope.js';

/** Of months see `usageCardMonths`. */
export type CrossedBy = Exclude<CrossBy, 'month'>;

export interface CrossCell {
  readonly cardId: string;
  /**
   * A source, a country, `country/region`, `country/region/city`, a target; empty for a place that is not known so far. Null
   * for all that is not among the largest.
   */
  readonly key: string | null;
  /** Clicks by target, views by all else; above 0. */
  readonly value: number;
}

interface Crossed {
  /** What months have it as, and what days. */
  readonly months: ClosedDimension;
  readonly days: UsageDimension;
  /** How many parts of a day's key are its own: 0 for all. */
  readonly parts: 0 | 1 | 2;
}

const CROSSED: Readonly<Record<CrossedBy, Crossed>> = {
  source: { months: 'source', days: 'source', parts: 1 },
  country: { months: 'country', days: 'place', parts: 1 },
  region: { months: 'region', days: 'place', parts: 2 },
  city: { months: 'place', days: 'place', parts: 0 },
  target: { months: 'target', days: 'target', parts: 0 },
};

/**
 * A period by card and one dimension: the largest keys over the scope's cards apart, the others of a card together.
 * @param columnsAtMost how many keys are told apart
 */
export async function usageCross(
  dataSource: DataSource,
  scope: ReadScope,
  by: CrossedBy,
  range: DayRange,
  columnsAtMost: number,
): Promise<CrossCell[]> {
  const { accountId, cardIds, closed } = scope;
  const { months: inMonths, days: inDays, parts } = CROSSED[by];
  const { front, months, back, open } = splitRange(range, closed.before);
  // Of areas there are sums of closed days as well: fewer than the cities.
  const hasDays = by === 'country' || by === 'region';
  const [sumFront, sumBack] = hasDays ? [front, back] : [null, null];
  const [dayFront, dayBack] = hasDays
    ? [null, open]
    : [front, back === null ? open : { from: back.from, to: (open ?? back).to }];
  return dataSource.sql<CrossCell[]>`
    WITH pieces AS (
      SELECT card_id, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'month'
         AND dimension = ${inMonths}
         AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'day'
         AND dimension = ${inMonths}
         AND start BETWEEN ${sumFront?.from ?? null}::date AND ${sumFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_closed_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND grain = 'day'
         AND dimension = ${inMonths}
         AND start BETWEEN ${sumBack?.from ?? null}::date AND ${sumBack?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = ${inDays}
         AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
      UNION ALL
      SELECT card_id, key, views, clicks FROM usage_day_breakdowns
       WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = ${inDays}
         AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date),
    -- Whole keys first: there are fewer of them than rows to take apart.
    whole AS (
      SELECT card_id, key, sum(CASE WHEN ${by} = 'target' THEN clicks ELSE views END) AS value
        FROM pieces
       GROUP BY card_id, key),
    cells AS (
      SELECT card_id, sum(value) AS value,
             CASE ${parts}::integer
                  WHEN 1 THEN split_part(key, '/', 1)
                  WHEN 2 THEN split_part(key, '/', 1) || '/' || split_part(key, '/', 2)
                  ELSE key END AS key
        FROM whole
       WHERE value > 0
       GROUP BY 1, 3),
    columns AS (
      SELECT key, row_number() OVER (ORDER BY sum(value) DESC, key) AS place FROM cells GROUP BY key)
    SELECT card_id AS "cardId", CASE WHEN place <= ${columnsAtMost}::integer THEN key END AS "key",
           sum(value)::float8 AS "value"
      FROM cells
      JOIN columns USING (key)
     GROUP BY 1, 2
     ORDER BY 1, 2`;
}
