import { Slug } from '@num-ecard/contracts/cards';
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
import { localPath } from '../lib/local-path';
import { parseSearch, stringifySearch } from '../lib/search-params';
import { CrashScreen } from './crash-screen';
import { NotFoundScreen } from './not-found-screen';
import { SignedInLayout } from './signed-in-layout';

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

const overviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  validateSearch: z.object({ card: Slug.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./overview-route'), 'OverviewRoute'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ next: z.unknown().transform(localPath).optional() }),
  component: lazyRouteComponent(() => import('./sign-in-route'), 'SignInRoute'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => import('../features/sign-in/forgot-password-page'),
    'ForgotPasswordPage',
  ),
});

const choosePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/choose-password',
  validateSearch: z.object({ token: z.string().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./choose-password-route'), 'ChoosePasswordRoute'),
});

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([overviewRoute]),
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
    defaultErrorComponent: CrashScreen,
    defaultNotFoundComponent: NotFoundScreen,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
