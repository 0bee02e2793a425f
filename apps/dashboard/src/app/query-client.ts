import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, isTransient } from '../lib/request-error';

/** Milliseconds for which an answer is not asked for again. */
const FRESH_MS = 10_000;

/** `onSignedOut` is called when any answer tells that the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && onSignedOut() }),
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
