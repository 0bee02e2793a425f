import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { MAX_CROSS_COLUMNS } from '@num-ecard/contracts/usage';
import type { DataSource } from 'typeorm';
import { usageCardKeys } from './query/usage-card-keys.query.js';
import { usageCardMonths } from './query/usage-card-months.query.js';
import { usagePackedCards } from './query/usage-packed-cards.query.js';
import type { ReadScope } from './query/usage-scope.js';
import { type CountedKey, countedKeys, type NumberedCard } from './report/counted-keys.js';

/** A period's views by card and by one thing more; clicks by target. Every month is told apart, and the largest of all else. */
export async function readCountedKeys(
  dataSource: DataSource,
  scope: ReadScope,
  cards: readonly NumberedCard[],
  by: CrossBy,
  range: DayRange,
): Promise<CountedKey[]> {
  if (by === 'month') {
    const months = await Promise.all([
      usagePackedCards(dataSource, scope, 'total', range),
      usageCardMonths(dataSource, scope, range),
    ]);
    return countedKeys(cards, months.flat(), Infinity);
  }
  // There may be thousands of cities: no others than the largest are read card by card.
  if (by === 'city' && scope.allCards && scope.closed.openTogether) {
    const [largest, total] = await Promise.all([
      usagePackedCards(dataSource, scope, 'city', range, MAX_CROSS_COLUMNS),
      usagePackedCards(dataSource, scope, 'total', range),
    ]);
    return countedKeys(cards, largest, MAX_CROSS_COLUMNS, total);
  }
  const keys = await Promise.all([
    usagePackedCards(dataSource, scope, by, range),
    usageCardKeys(dataSource, scope, by, range),
  ]);
  return countedKeys(cards, keys.flat(), MAX_CROSS_COLUMNS);
}
