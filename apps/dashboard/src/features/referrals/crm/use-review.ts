import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refreshReferrals } from '../refresh-referrals';

/** Accepts or refuses what was kept apart; the list that it leaves is fetched before it is said to be done. */
export function useReview(review: (accept: boolean) => Promise<void>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: review,
    onSettled: () => refreshReferrals(queryClient),
  });
}
