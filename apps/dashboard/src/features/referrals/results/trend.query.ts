import { ReferralTrend } from '@num-ecard/contracts/referral-metrics';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/**
 * `GET /api/recommendations/trend`: a month and the eleven before. It holds the month's metrics, so that no two figures of the screen
 * are of different moments.
 * @param month `YYYY-MM`
 */
export function trendQuery(month: string) {
  return queryOptions({
    queryKey: [REFERRALS, 'trend', month],
    queryFn: ({ signal }) =>
      getJson(`/api/recommendations/trend?${new URLSearchParams({ month })}`, ReferralTrend, { signal }),
    placeholderData: keepPreviousData,
  });
}
