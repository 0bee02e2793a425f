import { FollowUps } from '@num-ecard/contracts/referral';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** Milliseconds after which it is looked anew: what is due comes with the hour, not with a change. */
const AGAIN_MS = 60_000;

/** `GET /api/recommendations/follow-ups` */
export const followUpsQuery = queryOptions({
  queryKey: [REFERRALS, 'follow-ups'],
  queryFn: ({ signal }) => getJson('/api/recommendations/follow-ups', FollowUps, { signal }),
  refetchInterval: AGAIN_MS,
});
