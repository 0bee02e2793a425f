import { Flex, Group, Skeleton, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, Outlet } from '@tanstack/react-router';
import { lazy, memo } from 'react';
import { LiveMark } from '../features/overview/live-mark';
import { useLiveSummary } from '../features/overview/use-live-summary';
import { meQuery } from '../features/session/me.query';
import type { UsageView } from '../features/usage/usage-view';
import { scopeKey } from '../lib/scope';
import { DemoMark } from '../ui/demo-mark';
import { PageSkeleton } from './page-skeleton';
import { UsageTabs } from './usage-tabs';
import { useChangeView, useUsageView } from './use-usage-view';
import { fetchCode } from '../lib/fetch-code';
import { Part } from '../ui/part';

// Few accounts have none.
const NoCard = lazy(() =>
  fetchCode(() => import('../features/overview/no-card').then((module) => ({ default: module.NoCard }))),
);
// Most have one.
const CardSwitcher = lazy(() =>
  fetchCode(() =>
    import('../features/overview/card-switcher').then((module) => ({ default: module.CardSwitcher })),
  ),
);

const route = getRouteApi('/signed-in/usage');

/** What stands above every usage screen: which card, whether the figures move by themselves, and the way to the other screens. */
export function UsageLayout() {
  const card = route.useSearch({ select: (search) => search.card });
  const me = useSuspenseQuery(meQuery);
  const view = useUsageView();
  if (view !== undefined) return <Usage view={view} />;
  // A card that is no longer the account's, or never was.
  if (card !== undefined) return <Navigate to="/" search={{}} replace />;
  return (
    <Part fallback={<PageSkeleton />}>
      <NoCard account={me.data.account} checking={me.isFetching} onCheck={() => void me.refetch()} />
    </Part>
  );
}

// Not drawn again when the address says something else that it does not show.
const Usage = memo(function Usage({ view }: { view: UsageView }) {
  const { account, scope } = view;
  const { cards, features } = useSuspenseQuery(meQuery).data;
  const { status } = useLiveSummary(scope, account.timezone);
  const change = useChangeView();

  return (
    <Stack gap="lg">
      <Flex
        direction={{ base: 'column', sm: 'row' }}
        justify="space-between"
        gap="sm"
        align={{ sm: 'flex-end' }}
      >
        {cards.length > 1 && (
          <Part fallback={<Skeleton h="var(--num-switcher-height)" flex={1} />}>
            <CardSwitcher
              cards={cards}
              current={scope}
              together={features.includes('usage.consolidated')}
              onSelect={(card) => change({ card })}
            />
          </Part>
        )}
        <Group gap="xs" wrap="nowrap" ml={{ sm: 'auto' }}>
          <LiveMark status={status} />
          {account.demo && <DemoMark />}
        </Group>
      </Flex>
      <UsageTabs />
      {/* A new key for each scope: figures that differ between cards have not changed. */}
      <Outlet key={scopeKey(scope)} />
    </Stack>
  );
});
