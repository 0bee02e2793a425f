import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refreshReferrals } from '../refresh-referrals';
import { recommendationQuery } from './recommendation.query';

/**
 * A change of one record. What the server made of it is in the cache before the change reports success; every other answer about
 * referrals is asked for again.
 */
export function useChange<Wanted>(id: string, change: (wanted: Wanted) => Promise<RecommendationRecord>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (record) => {
      const { queryKey } = recommendationQuery(id);
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, record);
    },
    // Another device may have changed it, and been the first.
    onSettled: () => void refreshReferrals(queryClient),
  });
}
