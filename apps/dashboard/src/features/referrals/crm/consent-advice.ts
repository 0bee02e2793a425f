import type { RecommendationRecord } from '@num-ecard/contracts/referral';

export type ConsentAdvice =
  | 'given'
  | 'declared'
  | 'declaredMasked'
  | 'none'
  | 'noneMasked'
  | 'refused'
  | 'revoked';

/** What the owner is told of a consent: what it is, and what may be done. */
export function consentAdvice({
  consent,
  prospect,
}: Pick<RecommendationRecord, 'consent' | 'prospect'>): ConsentAdvice {
  if (consent === 'none' || consent === 'declared')
    return prospect.contact === 'masked' ? `${consent}Masked` : consent;
  return consent;
}

/** Whether it is still to be asked for: who has said no is not asked again. */
export function mayAsk({
  consent,
  consentUrl,
}: Pick<RecommendationRecord, 'consent' | 'consentUrl'>): boolean {
  return consentUrl !== null && (consent === 'none' || consent === 'declared');
}
