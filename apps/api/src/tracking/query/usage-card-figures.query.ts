import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { packedEntry } from '../store/packed-cards.js';
import { CARDS_FIGURES } from '../store/usage-close.js';
import type { CardsFigure } from '../store/usage-dimension.js';
import { crossPlan, type PackedPiece } from './read-plan.js';
import type { KeyCards, ReadScope } from './usage-scope.js';

export interface FigureCards extends KeyCards {
  readonly key: CardsFigure;
}

/**
 * All of a period card by card, beside the views, which `usageCardViews` tells: of closed days from the rows that hold every card, of
 * the others from the cards' own.
 * @returns cards of the account that are not the scope's as well
 */
export async function usageCardFigures(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<FigureCards[]> {
  const { accountId, cardIds, closed } = scope;
  // They are not packed of open days.
  const { packed, dayBack } = crossPlan({ ...scope, closed: { ...closed, openTogether: false } }, range);
  const own = closed.together ? dayBack : range;
  const of = (part: keyof PackedPiece): string[] => packed.map((piece) => piece[part]);
  return dataSource.sql<FigureCards[]>`
    SELECT key AS "key", string_agg(cards, '') AS "cards"
      FROM (
        SELECT key, cards
          FROM unnest(${of('grain')}::text[], ${of('from')}::date[], ${of('to')}::date[]) AS piece (grain, first, last)
          JOIN usage_closed_cards AS closed
            ON account_id = ${accountId} AND closed.grain = piece.grain AND dimension = 'figure'
           AND start BETWEEN first AND last
        UNION ALL
        SELECT of.key, ${() => packedEntry('of.value')}
          FROM usage_days AS own
          JOIN cards ON cards.account_id = ${accountId} AND cards.card_id = own.card_id,
               LATERAL ${() => CARDS_FIGURES}
         WHERE own.account_id = ${accountId} AND own.card_id = ANY (${cardIds}::uuid[])
           AND day BETWEEN ${own?.from ?? null}::date AND ${own?.to ?? null}::date
      ) AS pieces
     GROUP BY key`;
}
