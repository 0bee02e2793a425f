import { Recommendations } from '@num-ecard/contracts/referral';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';
import { totalOf } from './listed';

/** Whether there has ever been a recommendation: `GET /api/recommendations`, of which only the counts matter. */
export const anyQuery = queryOptions({
  queryKey: [REFERRALS, 'any'],
  queryFn: async ({ signal }) =>
    totalOf((await getJson('/api/recommendations?limit=1', Recommendations, { signal })).counts) > 0,
});
