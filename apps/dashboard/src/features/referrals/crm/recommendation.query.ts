import { RecommendationRecord } from '@num-ecard/contracts/referral';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** `GET /api/recommendations/:id` */
export function recommendationQuery(id: string) {
  return queryOptions({
    queryKey: [REFERRALS, 'record', id],
    queryFn: ({ signal }) =>
      getJson(`/api/recommendations/${encodeURIComponent(id)}`, RecommendationRecord, { signal }),
  });
}
