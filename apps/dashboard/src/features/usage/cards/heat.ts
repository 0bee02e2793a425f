import type { UsageCross } from '@num-ecard/contracts/usage';
import { HEAT_LEVELS } from '../../../ui/theme';

/** What a cell is dark or pale beside: the others of its card, or all of the table. */
export const HEAT_OF = ['row', 'table'] as const;
export type HeatOf = (typeof HEAT_OF)[number];

/** 0 for nothing, else from 1 to the number of colours, in even steps up to the largest. */
export function heatLevel(value: number, largest: number): number {
  return value <= 0 || largest <= 0 ? 0 : Math.min(HEAT_LEVELS, Math.ceil((value / largest) * HEAT_LEVELS));
}

/** A card's values, one a column, with the largest of them. */
export interface CrossedCard {
  readonly card: UsageCross['rows'][number]['card'];
  readonly total: number;
  readonly values: readonly number[];
  readonly largest: number;
}

export function crossedCards({ rows }: Pick<UsageCross, 'rows'>): CrossedCard[] {
  return rows.map(({ card, total, cells }) => {
    const values = cells.map(({ value }) => value);
    return { card, total, values, largest: Math.max(0, ...values) };
  });
}
