import type { CrossBy } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { MAX_CROSS_COLUMNS } from '@num-ecard/contracts/usage';
import type { DataSource } from 'typeorm';
import { summedPart } from './query/read-plan.js';
import { usageBreakdown } from './query/usage-breakdown.query.js';
import { usageCardKeys } from './query/usage-card-keys.query.js';
import { usageCardMonths } from './query/usage-card-months.query.js';
import { usagePackedCards } from './query/usage-packed-cards.query.js';
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
      usagePackedCards(dataSource, scope, 'total', range),
      usageCardMonths(dataSource, scope, range),
    ]);
    return countedKeys(cards, months.flat(), Infinity);
  }
  if (by === 'city' && scope.allCards && scope.closed.together)
    return countedCities(dataSource, scope, cards, range);
  const keys = await Promise.all([
    usagePackedCards(dataSource, scope, by, range),
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
  const summedDays = summedPart(scope, range);
  const [summed, apart, total] = await Promise.all([
    summedDays === null ? [] : usageBreakdown(dataSource, scope, 'place', summedDays),
    usageCardKeys(dataSource, scope, 'city', range),
    usagePackedCards(dataSource, scope, 'total', range),
  ]);
  const cities = largestKeys(summed, countedKeys(cards, apart, Infinity), MAX_CROSS_COLUMNS);
  const packed = await usagePackedCards(dataSource, scope, 'city', range, cities);
  const largest = [...packed, ...apart.filter(({ key }) => cities.includes(key))];
  return countedKeys(cards, largest, MAX_CROSS_COLUMNS, [...total, ...apart]);
}
