import type { Recommendations } from '@num-ecard/contracts/referral';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { isDeep } from '../refresh-referrals';
import { recommendationQuery } from './recommendation.query';
import { LISTS } from './recommendations.query';
import { showRecord } from './show-record';

/** Asks for one prospect that has changed, where a list shows it that is too long to be asked for as a whole. */
export async function refreshItem(queryClient: QueryClient, id: string): Promise<void> {
  const isShown = queryClient
    .getQueriesData<InfiniteData<Recommendations>>({ queryKey: LISTS, type: 'active' })
    .some(
      ([, list]) => isDeep(list) && list?.pages.some(({ items }) => items.some((item) => item.id === id)),
    );
  if (!isShown) return;
  // What cannot be had is as it was, until the list is opened anew.
  const record = await queryClient
    .fetchQuery({ ...recommendationQuery(id), staleTime: 0 })
    .catch(() => undefined);
  if (record !== undefined) showRecord(queryClient, record);
}
