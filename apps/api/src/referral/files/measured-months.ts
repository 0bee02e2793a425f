import type { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import type { ReferralTrend } from '@num-ecard/contracts/referral-metrics';

/** What the files of a month hold. */
export interface MeasuredMonths extends ReferralTrend, RankedAmbassadors {
  /** `YYYY-MM`; the last of `months`, and the one that the ambassadors are ranked for. */
  readonly month: string;
}
