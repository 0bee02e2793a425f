import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';

export const FUNNEL = ['received', 'contacted', 'converted'] as const;

export interface FunnelStep {
  readonly step: (typeof FUNNEL)[number];
  readonly count: number;
  /** Of those received, 0 to 1; null for none received. */
  readonly share: number | null;
}

/** How many of those received came how far. */
export function funnelSteps({ cohort }: Pick<ReferralMetrics, 'cohort'>): FunnelStep[] {
  return FUNNEL.map((step) => ({
    step,
    count: cohort[step],
    share: cohort.received === 0 ? null : cohort[step] / cohort.received,
  }));
}
