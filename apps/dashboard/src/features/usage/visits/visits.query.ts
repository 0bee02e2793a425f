import { UsageFiltered, UsageVisits } from '@num-ecard/contracts/usage';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { reportPath, scopeKey } from '../../../lib/scope';
import { usageKey } from '../../../lib/usage-key';
import { reportQuery } from '../report.query';
import type { UsageView } from '../usage-view';

/** Visits of a page. */
const PAGE = '30';

/** `GET …/stats/visits`, page by page. When it is asked for again, the pages that are there are, from the latest visit on. */
export function visitsQuery({ scope, range }: UsageView) {
  return infiniteQueryOptions({
    queryKey: [...usageKey(scopeKey(scope)), range.to, 'visits', range.from],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...range, limit: PAGE, ...(pageParam && { cursor: pageParam }) });
      return getJson(`${reportPath(scope, 'visits')}?${query.toString()}`, UsageVisits, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** `GET …/stats/filtered` */
export function filteredQuery(view: UsageView) {
  return reportQuery('filtered', UsageFiltered, { ...view, compare: 'none' });
}
