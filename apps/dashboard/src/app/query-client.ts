import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isBeyondPlan, isSignedOut, isTransient } from '../lib/request-error';

/** Milliseconds for which an answer is not asked for again. */
const FRESH_MS = 10_000;

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Says itself that the session has ended: what is typed beside it must not be left behind for it. */
      readonly saysSignedOut?: true;
    };
  }
}

/** `onAccountChanged` is called when any answer tells that the session has ended, or that the model is not what it was. */
export function createQueryClient(onAccountChanged: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { meta }) => {
        if (isBeyondPlan(error) || (isSignedOut(error) && !meta?.saysSignedOut)) onAccountChanged();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Without this a query waits in silence while the device is offline, and the screen with it.
        networkMode: 'always',
        retry: (failures, error) => isTransient(error) && failures < 2,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
