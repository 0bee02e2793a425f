import type { CrossBy } from '@num-ecard/contracts/period';
import { UsageCards, UsageCross } from '@num-ecard/contracts/usage';
import type { z } from 'zod';
import { getJson } from '../../../lib/http';
import { intervalsFor } from '../../../lib/period';
import { scopeKey } from '../../../lib/scope';
import { usageKey } from '../../../lib/usage-key';
import type { UsageView } from '../usage-view';

/** `GET /api/stats/cards` */
export function cardsQuery(view: UsageView) {
  const [interval] = intervalsFor(view.range);
  return accountQuery('cards', UsageCards, view, { compare: view.compare, interval });
}

/** `GET /api/stats/cross` */
export function crossQuery(view: UsageView, by: CrossBy) {
  return accountQuery('cross', UsageCross, view, { by });
}

/** A report of all the account's cards, whichever of them is chosen; asked for again when the chosen one's figures change. */
function accountQuery<Answer>(
  report: string,
  schema: z.ZodType<Answer>,
  { scope, range }: UsageView,
  more: Readonly<Record<string, string>>,
) {
  const query = new URLSearchParams({ ...range, ...more }).toString();
  return {
    queryKey: [...usageKey(scopeKey(scope)), range.to, `account/${report}`, query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      getJson(`/api/stats/${report}?${query}`, schema, { signal }),
    // The cards are the same ones: what is shown stays until the new figures are there.
    placeholderData: (before: Answer | undefined) => before,
  };
}
