import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import type { CardsDimension } from '../store/usage-dimension.js';
import { crossPlan, type PackedPiece } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/**
 * What each key counts of each card, of days that are packed: a row a key, and day, third of a month, month or quarter,
 * however many cards there are. The total is told by month, `YYYY-MM`.
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
  const { packed, packedOpen } = crossPlan(scope, range, dimension === 'total' ? 'month' : 'quarter');
  const of = (part: keyof PackedPiece): string[] => packed.map((piece) => piece[part]);
  return dataSource.sql<KeyCards[]>`
    SELECT CASE WHEN ${dimension} = 'total' THEN to_char(start, 'YYYY-MM') ELSE key END AS "key",
           string_agg(cards, '') AS "cards"
      FROM (
        SELECT start, key, cards, total
          FROM unnest(${of('grain')}::text[], ${of('from')}::date[], ${of('to')}::date[]) AS piece (grain, first, last)
          JOIN usage_closed_cards AS closed
            ON account_id = ${accountId} AND closed.grain = piece.grain AND dimension = ${dimension}
           AND start BETWEEN first AND last
        UNION ALL
        SELECT day, key, cards, total FROM usage_open_cards
         WHERE account_id = ${accountId} AND dimension = ${dimension}
           AND day BETWEEN ${packedOpen?.from ?? null}::date AND ${packedOpen?.to ?? null}::date
      ) AS pieces
     GROUP BY 1
     ORDER BY sum(total) DESC, 1
     LIMIT ${atMost ?? null}::integer`;
}
