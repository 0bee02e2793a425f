import { FollowUpCounts } from '@num-ecard/contracts/referral-counts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** Milliseconds after which it is looked anew: what is due comes with the hour, not with a change. */
const AGAIN_MS = 60_000;
const Waiting = z.object({ counts: FollowUpCounts });

/** How many things wait for the owner: of `GET /api/recommendations/follow-ups`, the counts alone. */
export const waitingQuery = queryOptions({
  queryKey: [REFERRALS, 'waiting'],
  queryFn: ({ signal }) => getJson('/api/recommendations/follow-ups?limit=0', Waiting, { signal }),
  select: ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0),
  refetchInterval: AGAIN_MS,
});
