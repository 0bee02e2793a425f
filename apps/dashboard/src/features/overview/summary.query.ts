import { UsageSummary } from '@num-ecard/contracts/usage';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http';

/** What every card's summary query key begins with. */
export const SUMMARIES = ['summary'] as const;

/** `GET /api/cards/:card/stats/summary`: totals and today's figures of one card. */
export function summaryQuery(cardId: string) {
  return queryOptions({
    queryKey: [...SUMMARIES, cardId],
    queryFn: ({ signal }) => getJson(`/api/cards/${cardId}/stats/summary`, UsageSummary, { signal }),
  });
}
