import type { Thanks } from '@num-ecard/contracts/referral-ambassadors';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { REFERRALS } from '../../../lib/referral-key';
import { ambassadorQuery } from './ambassador.query';
import { eraseAmbassador, thankAmbassador } from './ambassadors.api';

/** Thanking and erasing an ambassador; what has changed is asked for again before that reports success. */
export function useAmbassador(id: string) {
  const queryClient = useQueryClient();
  const thanking = useMutation({
    mutationFn: (thanks: Thanks) => thankAmbassador(id, thanks),
    onSuccess: (ambassador) => {
      queryClient.setQueryData(ambassadorQuery(id).queryKey, ambassador);
      void queryClient.invalidateQueries({ queryKey: [REFERRALS] });
    },
  });
  const erasing = useMutation({
    mutationFn: () => eraseAmbassador(id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [REFERRALS] }),
  });
  return { thanking, erasing };
}
