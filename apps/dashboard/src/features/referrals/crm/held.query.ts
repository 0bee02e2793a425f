import { HeldRecommendations } from '@num-ecard/contracts/referral';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** `GET /api/recommendations/held` */
export const heldQuery = queryOptions({
  queryKey: [REFERRALS, 'held'],
  queryFn: ({ signal }) => getJson('/api/recommendations/held', HeldRecommendations, { signal }),
});
