import type { RecommendationRecord, Recommendations } from '@num-ecard/contracts/referral';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { pagesWith } from './apply-record';
import { recommendationQuery } from './recommendation.query';
import { LISTS } from './recommendations.query';

/** Shows a record as the server has just given it, wherever it is on screen: also in lists too long to be asked for again. */
export function showRecord(queryClient: QueryClient, record: RecommendationRecord): void {
  queryClient.setQueryData(recommendationQuery(record.id).queryKey, record);
  queryClient.setQueriesData<InfiniteData<Recommendations>>(
    { queryKey: LISTS },
    (list) => list && { ...list, pages: pagesWith(list.pages, record) },
  );
}
