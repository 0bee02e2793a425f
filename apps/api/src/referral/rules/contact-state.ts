import type { Consent } from '@num-ecard/contracts/referral-vocabulary';
import type { NUMBER_STATES } from '@num-ecard/contracts/referral';
import type { NUMBER_BEFORE_CONSENT } from '@num-ecard/contracts/settings';

export type ContactState = (typeof NUMBER_STATES)[number];

/**
 * Whether the owner is shown how to reach a prospect. Who refused, or took their consent back, may not be called for sales whatever
 * the account has chosen (Code de la consommation, L.223-1); before any answer the account's choice holds. The same for screens,
 * e-mails and files.
 */
export function contactState(
  consent: Consent,
  beforeConsent: (typeof NUMBER_BEFORE_CONSENT)[number],
): ContactState {
  if (consent === 'refused' || consent === 'revoked') return 'refused';
  return consent !== 'given' && beforeConsent === 'mask' ? 'masked' : 'shown';
}
