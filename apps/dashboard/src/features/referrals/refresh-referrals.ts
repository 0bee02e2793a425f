import type { QueryClient } from '@tanstack/react-query';
import { REFERRALS } from '../../lib/referral-key';

/** A list that goes on for more pages than these is not fetched anew for each change: it is when it is opened again. */
const MOST_PAGES = 10;

/** Asks again for every answer about referrals that is on screen; the others when they are shown. */
export function refreshReferrals(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({
    queryKey: [REFERRALS],
    predicate: ({ state }) => !isDeep(state.data),
  });
}

export function isDeep(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'pages' in data &&
    Array.isArray(data.pages) &&
    data.pages.length > MOST_PAGES
  );
}
