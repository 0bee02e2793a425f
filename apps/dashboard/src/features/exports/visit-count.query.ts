import { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http';
import { reportPath, scopeKey } from '../../lib/scope';
import { usageKey } from '../../lib/usage-key';
import type { ExportView } from './export-view';

/** `GET …/stats/trends`, for how many visits there are to write. */
export function visitCountQuery({ scope, range }: ExportView) {
  const query = new URLSearchParams({ ...range, interval: 'month' }).toString();
  return queryOptions({
    queryKey: [...usageKey(scopeKey(scope)), range.to, 'visit-count', query],
    queryFn: ({ signal }) => getJson(`${reportPath(scope, 'trends')}?${query}`, UsageTrends, { signal }),
    select: ({ totals }) => totals.views,
  });
}
