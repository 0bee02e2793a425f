import { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';
import { REFERRALS } from '../../../lib/referral-key';

/** `GET /api/recommendations/ambassadors/:id` */
export function ambassadorQuery(id: string) {
  return queryOptions({
    queryKey: [REFERRALS, 'ambassador', id],
    queryFn: ({ signal }) => getJson(`/api/recommendations/ambassadors/${id}`, Ambassador, { signal }),
  });
}
