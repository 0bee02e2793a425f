import { KnownAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http';
import { REFERRALS } from '../../lib/referral-key';

/** `GET /api/recommendations/ambassadors/all` */
export const knownAmbassadorsQuery = queryOptions({
  queryKey: [REFERRALS, 'known-ambassadors'],
  queryFn: ({ signal }) => getJson('/api/recommendations/ambassadors/all', KnownAmbassadors, { signal }),
});
