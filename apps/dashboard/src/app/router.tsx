import { Slug } from '@num-ecard/contracts/cards';
import { CROSS_BY } from '@num-ecard/contracts/period';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { z } from 'zod';
import { meQuery } from '../features/session/me.query';
import { fetchCode } from '../lib/fetch-code';
import { localPath } from '../lib/local-path';
import { keepProspectSearch } from '../lib/prospect-search';
import { AmbassadorsSearch, ResultsSearch } from '../lib/referral-search';
import { parseSearch, stringifySearch } from '../lib/search-params';
import { UsageSearch } from '../lib/usage-search';
import { NotFoundScreen } from './not-found-screen';
import { ScreenFailure } from './screen-failure';
import { SignedInLayout } from './signed-in-layout';
import { UsageLayout } from './usage-layout';

interface RouterContext {
  queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  // Begun here, not awaited: the account is fetched while the page's code is.
  loader: ({ context }) => void context.queryClient.prefetchQuery(meQuery),
  component: SignedInLayout,
});

const usageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'usage',
  validateSearch: UsageSearch,
  component: UsageLayout,
});

const overviewRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/',
  component: lazyRouteComponent(() => fetchCode(() => import('./overview-route')), 'OverviewRoute'),
});

const trendsRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/trends',
  component: lazyRouteComponent(() => fetchCode(() => import('./trends-route')), 'TrendsRoute'),
});

const placesRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/places',
  component: lazyRouteComponent(() => fetchCode(() => import('./places-route')), 'PlacesRoute'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/sources',
  component: lazyRouteComponent(() => fetchCode(() => import('./sources-route')), 'SourcesRoute'),
});

const engagementRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/engagement',
  component: lazyRouteComponent(() => fetchCode(() => import('./engagement-route')), 'EngagementRoute'),
});

const visitsRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/visits',
  component: lazyRouteComponent(() => fetchCode(() => import('./visits-route')), 'VisitsRoute'),
});

const cardsRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: '/cards',
  validateSearch: z.object({ by: z.enum(CROSS_BY).optional().catch(undefined) }),
  component: lazyRouteComponent(() => fetchCode(() => import('./cards-route')), 'CardsRoute'),
});

const referralsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/referrals',
  component: lazyRouteComponent(() => fetchCode(() => import('./referrals-route')), 'ReferralsRoute'),
});

const followUpsRoute = createRoute({
  getParentRoute: () => referralsRoute,
  path: '/',
  component: lazyRouteComponent(() => fetchCode(() => import('./follow-ups-route')), 'FollowUpsRoute'),
});

const prospectsRoute = createRoute({
  getParentRoute: () => referralsRoute,
  path: '/prospects',
  validateSearch: keepProspectSearch,
  component: lazyRouteComponent(() => fetchCode(() => import('./prospects-route')), 'ProspectsRoute'),
});

const prospectRoute = createRoute({
  getParentRoute: () => prospectsRoute,
  path: '/$id',
  component: lazyRouteComponent(() => fetchCode(() => import('./prospect-route')), 'ProspectRoute'),
});

const resultsRoute = createRoute({
  getParentRoute: () => referralsRoute,
  path: '/results',
  validateSearch: ResultsSearch,
  component: lazyRouteComponent(() => fetchCode(() => import('./results-route')), 'ResultsRoute'),
});

const ambassadorsRoute = createRoute({
  getParentRoute: () => referralsRoute,
  path: '/ambassadors',
  validateSearch: AmbassadorsSearch,
  component: lazyRouteComponent(() => fetchCode(() => import('./ambassadors-route')), 'AmbassadorsRoute'),
});

const cardEditorRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/card',
  validateSearch: z.object({ card: Slug.optional().catch(undefined) }),
  component: lazyRouteComponent(() => fetchCode(() => import('./card-editor-route')), 'CardEditorRoute'),
});

const printLinkRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/print/$card/$code',
  component: lazyRouteComponent(() => fetchCode(() => import('./print-link-route')), 'PrintLinkRoute'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => fetchCode(() => import('./notifications-route')), 'NotificationsRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => fetchCode(() => import('./settings-route')), 'SettingsRoute'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ next: z.unknown().transform(localPath).optional() }),
  component: lazyRouteComponent(() => fetchCode(() => import('./sign-in-route')), 'SignInRoute'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => fetchCode(() => import('../features/sign-in/forgot-password-page')),
    'ForgotPasswordPage',
  ),
});

const choosePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/choose-password',
  validateSearch: z.object({ token: z.string().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => fetchCode(() => import('./choose-password-route')),
    'ChoosePasswordRoute',
  ),
});

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    usageRoute.addChildren([
      overviewRoute,
      trendsRoute,
      placesRoute,
      sourcesRoute,
      engagementRoute,
      visitsRoute,
      cardsRoute,
    ]),
    referralsRoute.addChildren([
      followUpsRoute,
      prospectsRoute.addChildren([prospectRoute]),
      resultsRoute,
      ambassadorsRoute,
    ]),
    cardEditorRoute,
    printLinkRoute,
    notificationsRoute,
    settingsRoute,
  ]),
  signInRoute,
  forgotPasswordRoute,
  choosePasswordRoute,
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Freshness is the query cache's business alone.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ScreenFailure,
    defaultNotFoundComponent: NotFoundScreen,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
