import type { Account } from '@num-ecard/contracts/accounts';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { meQuery } from '../features/session/me.query';
import type { UsageView } from '../features/usage/usage-view';
import { daysOf, DEFAULT_PERIOD, intervalsFor, isComparable } from '../lib/period';
import type { Scope } from '../lib/scope';
import { chosenDays, DEFAULT_COMPARISON, EVERY_CARD, type UsageSearch } from '../lib/usage-search';
import { useToday } from '../lib/use-today';

const route = getRouteApi('/signed-in/usage');

/**
 * What the address asks for, the same object as long as it asks for the same: what else stands in the address may change.
 * Undefined when it names a card that the account does not have, or none and there is none.
 */
export function useUsageView(): UsageView | undefined {
  const search = route.useSearch({ select: usageOf, structuralSharing: true });
  const { account, cards, features } = useSuspenseQuery(meQuery).data;
  const today = useToday(account.timezone);
  return useMemo(
    () => viewOf(search, { account, cards, together: features.includes('usage.consolidated') }, today),
    [search, account, cards, features, today],
  );
}

/** The address holds more on some screens. */
function usageOf({ card, period, from, to, compare, interval, area }: UsageSearch): UsageSearch {
  return { card, period, from, to, compare, interval, area };
}

function viewOf(
  search: UsageSearch,
  { account, cards, together }: { account: Account; cards: readonly CardSummary[]; together: boolean },
  today: string,
): UsageView | undefined {
  const scope = scopeOf(search, cards, together && cards.length > 1);
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
    compare:
      period === 'all' || !isComparable(range, today) ? 'none' : (search.compare ?? DEFAULT_COMPARISON),
    interval: fitting.find((interval) => interval === search.interval) ?? fitting[0],
    area: search.area,
    today,
  };
}

function scopeOf({ card }: UsageSearch, cards: readonly CardSummary[], together: boolean): Scope | undefined {
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
  return useCallback(
    (changed) =>
      void navigate({ to: '.', search: (before) => ({ ...before, ...changed }), resetScroll: false }),
    [navigate],
  );
}
