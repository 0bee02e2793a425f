import type { Interval } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { UsageCards } from '@num-ecard/contracts/usage';
import type { CardTotals } from '../query/usage-card-totals.query.js';
import type { KeyCards } from '../query/usage-scope.js';
import { countedKeys } from './counted-keys.js';
import type { CrossCard } from './cross.js';
import { NOTHING } from './figures.js';
import { START, startsOf } from './trends.js';

/**
 * A row for every card asked for, whether there is something of it or not, the most viewed first.
 * @param views by the first days of spans that are no longer than the interval
 */
export function comparedCards(
  interval: Interval,
  range: DayRange,
  cards: readonly CrossCard[],
  totals: readonly CardTotals[],
  views: readonly KeyCards[],
): Pick<UsageCards, 'interval' | 'starts' | 'rows'> {
  const starts = startsOf(interval, range);
  const startOf = START[interval];
  const spans = views.map((span) => ({ key: startOf(span.key), cards: span.cards }));
  const counted = new Map(countedKeys(cards, spans, Infinity).map(({ key, values }) => [key, values]));
  const inOrder = starts.map((start) => counted.get(start));
  const figures = new Map(totals.map(({ cardId, ...ofCard }) => [cardId, ofCard]));
  const rows = cards.map(({ id, slug, title }, place) => ({
    card: { id, slug, title },
    ...(figures.get(id) ?? NOTHING),
    series: inOrder.map((values) => values?.[place] ?? 0),
  }));
  // Stable: equal cards keep the account's order.
  return { interval, starts, rows: rows.toSorted((a, b) => b.views - a.views) };
}
