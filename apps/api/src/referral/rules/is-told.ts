import { planHas } from '@num-ecard/contracts/plans';
import type { ReferralAccount } from '../query/referral-account.query.js';

/** Whether its owner is told of new recommendations. What is on screen changes all the same. */
export function isTold({ plan, notifyRecommendation }: ReferralAccount): boolean {
  return notifyRecommendation && planHas(plan, 'referral');
}
