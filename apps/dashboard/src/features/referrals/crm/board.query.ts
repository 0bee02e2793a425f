import { RecommendationBoard } from '@num-ecard/contracts/referral';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';
import { filterParams, type ProspectFilters } from './prospect-filters';

export const BOARDS = [REFERRALS, 'board'] as const;

/** `GET /api/recommendations/board`: of each status, the latest. Which one is looked at is no matter here. */
export function boardQuery(chosen: ProspectFilters) {
  const filters = { ...chosen, status: undefined };
  return queryOptions({
    queryKey: [...BOARDS, filters],
    queryFn: ({ signal }) =>
      getJson(`/api/recommendations/board?${filterParams(filters).toString()}`, RecommendationBoard, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
