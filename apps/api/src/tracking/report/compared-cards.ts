import type { Interval } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { UsageCards } from '@num-ecard/contracts/usage';
import type { FigureCards } from '../query/usage-card-figures.query.js';
import type { KeyCards } from '../query/usage-scope.js';
import type { CardsFigure } from '../store/usage-dimension.js';
import { valuesByKey } from './counted-keys.js';
import type { CrossCard } from './cross.js';
import { START, startsOf } from './trends.js';

/**
 * A row for every card asked for, whether there is something of it or not, the most viewed first.
 * @param views by the first days of spans that are no longer than the interval
 */
export function comparedCards(
  interval: Interval,
  range: DayRange,
  cards: readonly CrossCard[],
  figures: readonly FigureCards[],
  views: readonly KeyCards[],
): Pick<UsageCards, 'interval' | 'starts' | 'rows'> {
  const starts = startsOf(interval, range);
  const startOf = START[interval];
  const series = valuesByKey(
    cards,
    views.map((span) => ({ key: startOf(span.key), cards: span.cards })),
  );
  const inOrder = starts.map((start) => series.get(start));
  const told = valuesByKey(cards, figures);
  const rows = cards.map(({ id, slug, title }, place) => {
    const figure = (key: CardsFigure): number => told.get(key)?.[place] ?? 0;
    const ofCard = inOrder.map((values) => values?.[place] ?? 0);
    return {
      card: { id, slug, title },
      views: ofCard.reduce((sum, count) => sum + count, 0),
      visitors: figure('visitors'),
      clicks: figure('clicks'),
      engagedMs: figure('engaged_s') * 1000 + figure('engaged_ms'),
      series: ofCard,
    };
  });
  // Stable: equal cards keep the account's order.
  return { interval, starts, rows: rows.toSorted((a, b) => b.views - a.views) };
}
