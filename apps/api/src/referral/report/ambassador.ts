import type { Ambassador, KnownAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { displayNumber } from '../../cards/page/phone-number.js';
import type { AmbassadorContactRow } from '../query/ambassador-contact.js';
import { cohortOf, convertedValue, type MeasuredReferral } from '../rules/metrics.js';
import type { Ambassador as StoredAmbassador } from '../store/ambassador.entity.js';
import { moment } from './recommendation.js';

type Contact = KnownAmbassadors['ambassadors'][number];

export function ambassadorContact({ id, name, email, phone, thankedAt }: AmbassadorContactRow): Contact {
  const phoneDisplay = phone === null ? null : displayNumber(phone);
  return { id, name, email, phone, phoneDisplay, thankedAt: moment(thankedAt) };
}

/** @param referrals whatever they have ever recommended */
export function ambassador(
  stored: StoredAmbassador,
  referrals: readonly MeasuredReferral[],
  links: Ambassador['links'],
): Ambassador {
  const { received, contacted, converted } = cohortOf(referrals);
  return {
    ...ambassadorContact(stored),
    createdAt: stored.createdAt.toISOString(),
    erasedAt: moment(stored.erasedAt),
    received,
    contacted,
    converted,
    valueCents: convertedValue(referrals),
    links,
  };
}
