import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { MAX_CROSS_COLUMNS } from '@num-ecard/contracts/usage';
import type { DataSource } from 'typeorm';
import { closedPart } from './query/read-plan.js';
import { usageBreakdown } from './query/usage-breakdown.query.js';
import { usageCardKeys } from './query/usage-card-keys.query.js';
import { usageCardMonths } from './query/usage-card-months.query.js';
import { usageClosedCards } from './query/usage-closed-cards.query.js';
import type { ReadScope } from './query/usage-scope.js';
import { type CountedKey, countedKeys, largestKeys, type NumberedCard } from './report/counted-keys.js';

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
      usageClosedCards(dataSource, scope, 'total', range),
      usageCardMonths(dataSource, scope, range),
    ]);
    return countedKeys(cards, months.flat(), Infinity);
  }
  if (by === 'city' && scope.allCards && scope.closed.together)
    return countedCities(dataSource, scope, cards, range);
  const keys = await Promise.all([
    usageClosedCards(dataSource, scope, by, range),
    usageCardKeys(dataSource, scope, by, range),
  ]);
  return countedKeys(cards, keys.flat(), MAX_CROSS_COLUMNS);
}

/** There may be thousands of cities: those that are told apart are found first, and no others read card by card. */
async function countedCities(
  dataSource: DataSource,
  scope: ReadScope,
  cards: readonly NumberedCard[],
  range: DayRange,
): Promise<CountedKey[]> {
  const closedDays = closedPart(range, scope.closed.before);
  const [summed, open, total] = await Promise.all([
    closedDays === null ? [] : usageBreakdown(dataSource, scope, 'place', closedDays),
    usageCardKeys(dataSource, scope, 'city', range),
    usageClosedCards(dataSource, scope, 'total', range),
  ]);
  const cities = largestKeys(summed, countedKeys(cards, open, Infinity), MAX_CROSS_COLUMNS);
  const closed = await usageClosedCards(dataSource, scope, 'city', range, cities);
  const packed = [...closed, ...open.filter(({ key }) => cities.includes(key))];
  return countedKeys(cards, packed, MAX_CROSS_COLUMNS, [...total, ...open]);
}
