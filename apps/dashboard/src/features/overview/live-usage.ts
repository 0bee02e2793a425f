import { LiveUsage } from '@num-ecard/contracts/live';
import type { QueryClient } from '@tanstack/react-query';
import { parseJson } from '../../lib/parse-json';
import { SUMMARIES, summaryKey } from './summary.query';

/**
 * Writes a `usage` event into the cache, where the screen reads its figures. Data that is not what the contract says
 * changes nothing on screen; the figures are then fetched instead.
 */
export function applyLiveUsage(queryClient: QueryClient, data: string): void {
  const event = LiveUsage.safeParse(parseJson(data));
  if (!event.success) {
    void queryClient.invalidateQueries({ queryKey: SUMMARIES });
    return;
  }
  const queryKey = summaryKey(event.data.card.id);
  // A request already under way may have read older figures than these: its answer must not come on top of them.
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, event.data.summary);
}
