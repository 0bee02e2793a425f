import { Me } from '@num-ecard/contracts/accounts';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http';

/** `GET /api/me`: the account, what its model unlocks, and its cards. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => getJson('/api/me', Me, { signal }),
  // The route has asked already: when nobody is signed in, the layout need not be told twice.
  retryOnMount: false,
});
