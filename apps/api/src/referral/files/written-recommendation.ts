import type { Recommendation } from '@num-ecard/contracts/referral';

/** One line of a file: what the list shows, and what it leaves to the record. */
export interface WrittenRecommendation extends Recommendation {
  readonly relation: string | null;
  readonly message: string | null;
  /** ISO 8601; when the prospect said so. */
  readonly consentAt: string | null;
}
