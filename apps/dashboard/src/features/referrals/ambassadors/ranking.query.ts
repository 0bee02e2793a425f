import { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** `GET /api/recommendations/ambassadors`: who recommended in a period, the best first. */
export function rankingQuery({ from, to }: DayRange) {
  const query = new URLSearchParams({ from, to }).toString();
  return queryOptions({
    queryKey: [REFERRALS, 'ranking', query],
    queryFn: ({ signal }) =>
      getJson(`/api/recommendations/ambassadors?${query}`, RankedAmbassadors, { signal }),
    placeholderData: keepPreviousData,
  });
}
