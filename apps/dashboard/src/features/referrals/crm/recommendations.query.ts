import { Recommendations } from '@num-ecard/contracts/referral';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';
import { filterParams, type ProspectFilters } from './prospect-filters';

/** Prospects of a page. */
const PAGE = '100';

export const LISTS = [REFERRALS, 'list'] as const;

/** `GET /api/recommendations`, page by page. */
export function recommendationsQuery(filters: ProspectFilters) {
  return infiniteQueryOptions({
    queryKey: [...LISTS, filters],
    queryFn: ({ pageParam, signal }) => {
      const params = filterParams(filters);
      params.set('limit', PAGE);
      if (pageParam !== '') params.set('cursor', pageParam);
      return getJson(`/api/recommendations?${params.toString()}`, Recommendations, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Else each page that comes would be compared with all that are there, and ten thousand prospects are slow to compare.
    structuralSharing: false,
  });
}
