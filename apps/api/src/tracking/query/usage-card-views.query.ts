import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { packedEntry } from '../store/packed-cards.js';
import { crossPlan, type PackedPiece } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

/**
 * Views of each card over time, by the first day of a span, `YYYY-MM-DD`: from the rows that hold every card, a row a span
 * however many cards there are; of days that are not in them, from the cards' own.
 * @param largest no span is longer: a day, or a month
 * @returns cards of the account that are not the scope's as well
 */
export async function usageCardViews(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
  largest: 'day' | 'month',
): Promise<KeyCards[]> {
  const { accountId, cardIds, closed } = scope;
  const { packed, packedOpen, dayBack } = crossPlan(scope, range, largest);
  const own = closed.together ? dayBack : range;
  const of = (part: keyof PackedPiece): string[] => packed.map((piece) => piece[part]);
  return dataSource.sql<KeyCards[]>`
    SELECT to_char(start, 'YYYY-MM-DD') AS "key", string_agg(cards, '') AS "cards"
      FROM (
        SELECT start, cards
          FROM unnest(${of('grain')}::text[], ${of('from')}::date[], ${of('to')}::date[]) AS piece (grain, first, last)
          JOIN usage_closed_cards AS closed
            ON account_id = ${accountId} AND closed.grain = piece.grain AND dimension = 'total'
           AND start BETWEEN first AND last
        UNION ALL
        SELECT day, cards FROM usage_open_cards
         WHERE account_id = ${accountId} AND dimension = 'total'
           AND day BETWEEN ${packedOpen?.from ?? null}::date AND ${packedOpen?.to ?? null}::date
        UNION ALL
        SELECT day, ${() => packedEntry('views')}
          FROM usage_days AS own
          JOIN cards ON cards.account_id = ${accountId} AND cards.card_id = own.card_id
         WHERE own.account_id = ${accountId} AND own.card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${own?.from ?? null}::date AND ${own?.to ?? null}::date
      ) AS pieces
     GROUP BY start`;
}
