import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { REFERRALS } from '../../../lib/referral-key';
import { refreshReferrals } from '../refresh-referrals';
import { showRecord } from './show-record';

/**
 * A change of a record. What the server made of it is in the cache before the change reports success; every other answer about
 * referrals is asked for again.
 */
export function useChange<Wanted>(change: (wanted: Wanted) => Promise<RecommendationRecord>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (record) => {
      // An answer under way may have been given before the change.
      await queryClient.cancelQueries({ queryKey: [REFERRALS] });
      showRecord(queryClient, record);
    },
    // Another device may have changed it, and been the first.
    onSettled: () => void refreshReferrals(queryClient),
  });
}
