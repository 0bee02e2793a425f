import { MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { meQuery } from '../features/session/me.query';
import type { UsageView } from '../features/usage/usage-view';
import { daysOf, DEFAULT_PERIOD, intervalsFor } from '../lib/period';
import type { Scope } from '../lib/scope';
import { chosenDays, DEFAULT_COMPARISON, EVERY_CARD, type UsageSearch } from '../lib/usage-search';
import { useToday } from '../lib/use-today';

const route = getRouteApi('/signed-in/usage');

/** What the address asks for. Undefined when it names a card that the account does not have, or none and there is none. */
export function useUsageView(): UsageView | undefined {
  const search = route.useSearch();
  const { account, cards, features } = useSuspenseQuery(meQuery).data;
  const today = useToday(account.timezone);
  const together = cards.length > 1 && features.includes('usage.consolidated');
  const scope = scopeOf(search, cards, together);
  if (scope === undefined) return undefined;
  const chosen = chosenDays(search, MAX_PERIOD_DAYS);
  const period =
    search.period === 'custom' && chosen === undefined ? DEFAULT_PERIOD : (search.period ?? DEFAULT_PERIOD);
  const range = daysOf(period, today, chosen);
  const fitting = intervalsFor(range);
  return {
    account,
    scope,
    period,
    range,
    compare: period === 'all' ? 'none' : (search.compare ?? DEFAULT_COMPARISON),
    interval: fitting.find((interval) => interval === search.interval) ?? fitting[0],
    area: search.area,
    today,
  };
}

function scopeOf(
  { card }: UsageSearch,
  cards: readonly Exclude<Scope, typeof EVERY_CARD>[],
  together: boolean,
): Scope | undefined {
  if (card === EVERY_CARD) return together ? EVERY_CARD : undefined;
  if (card === undefined) return together ? EVERY_CARD : cards[0];
  return cards.find(({ slug }) => slug === card);
}

/** The view of a page within the usage layout, which shows none of them without. */
export function usePageView(): UsageView {
  const view = useUsageView();
  if (view === undefined) throw new Error('a usage page was shown without a view');
  return view;
}

/** Changes what the address asks for; the page stays where it is. */
export function useChangeView(): (changed: Partial<UsageSearch>) => void {
  const navigate = useNavigate();
  return (changed) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changed }), resetScroll: false });
}
