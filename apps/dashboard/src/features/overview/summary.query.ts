import { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http';
import { reportPath, type Scope, scopeKey } from '../../lib/scope';

/** What every summary's query key begins with. */
export const SUMMARIES = ['summary'] as const;

/** What the summary's query key of a scope is, by its {@link scopeKey}. */
export function summaryKey(key: string) {
  return [...SUMMARIES, key] as const;
}

/** `GET …/stats/summary`: totals and today's figures of one card, or of all of them. */
export function summaryQuery(scope: Scope) {
  return queryOptions({
    queryKey: summaryKey(scopeKey(scope)),
    queryFn: ({ signal }) => getJson(reportPath(scope, 'summary'), UsageSummary, { signal }),
  });
}
