import type { z } from 'zod';
import { getJson } from '../../lib/http';
import { reportPath, scopeKey } from '../../lib/scope';
import { usageKey } from '../../lib/usage-key';
import type { UsageView } from './usage-view';

/**
 * A report of the view's scope over its period. While another period's is fetched the one before stays; never another card's.
 * @param report the last part of its address, such as `trends`
 * @param more further parameters
 */
export function reportQuery<Answer>(
  report: string,
  schema: z.ZodType<Answer>,
  { scope, range, compare }: Pick<UsageView, 'scope' | 'range' | 'compare'>,
  more: Readonly<Record<string, string>> = {},
) {
  const query = new URLSearchParams({ ...range, compare, ...more }).toString();
  const key = scopeKey(scope);
  return {
    queryKey: [...usageKey(key), range.to, report, query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      getJson(`${reportPath(scope, report)}?${query}`, schema, { signal }),
    placeholderData: (before: Answer | undefined, of: { queryKey: readonly string[] } | undefined) =>
      of?.queryKey[1] === key ? before : undefined,
  };
}
