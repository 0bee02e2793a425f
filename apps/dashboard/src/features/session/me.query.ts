import { Me } from '@num-ecard/contracts/accounts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { getJson } from '../../lib/http';
import { RequestError } from '../../lib/request-error';

/**
 * `GET /api/me`: the account, what its model unlocks, and its cards. Throws the 401 of nobody signed in without asking
 * for it: of every 401 the browser itself complains on the console.
 */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const session = await getJson('/api/auth/get-session', z.looseObject({}).nullable(), { signal });
    if (session === null) throw new RequestError('refused', { status: 401, code: 'unauthenticated' });
    return getJson('/api/me', Me, { signal });
  },
  // The route has asked already: when nobody is signed in, the layout need not be told twice.
  retryOnMount: false,
});
