/**
 * The four models sold and what each unlocks: a matrix, not a ladder (Multi-Cartes has everything of
 * Force de Vente except referrals). This table is the only one: API guards, dashboard, exports and
 * e-mails read it.
 */
import { z } from 'zod';

export const PLANS = ['essentiel', 'premium', 'force-de-vente', 'multi-cartes'] as const;
export const Plan = z.enum(PLANS).meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;

/** The names under which the models are sold; the same in every language. */
export const PLAN_NAMES: Readonly<Record<Plan, string>> = {
  essentiel: 'Essentiel',
  premium: 'Premium',
  'force-de-vente': 'Force de Vente',
  'multi-cartes': 'Multi-Cartes',
};

export const FEATURES = [
  'usage.summary',
  'usage.trends',
  'usage.geography',
  'usage.sources',
  'usage.full',
  'usage.notifications',
  'usage.consolidated',
  'usage.cross',
  'export.csv',
  'export.pdf',
  'export.xlsx',
  'report.monthly',
  'referral',
] as const;
export const Feature = z.enum(FEATURES).meta({ id: 'Feature' });
export type Feature = z.infer<typeof Feature>;

const FROM_PREMIUM: readonly Plan[] = ['premium', 'force-de-vente', 'multi-cartes'];
const FROM_FORCE_DE_VENTE: readonly Plan[] = ['force-de-vente', 'multi-cartes'];

const PLANS_BY_FEATURE: Readonly<Record<Feature, readonly Plan[]>> = {
  'usage.summary': PLANS,
  'usage.trends': FROM_PREMIUM,
  'usage.geography': FROM_PREMIUM,
  'usage.sources': FROM_PREMIUM,
  'usage.full': FROM_FORCE_DE_VENTE,
  'usage.notifications': FROM_FORCE_DE_VENTE,
  'usage.consolidated': ['multi-cartes'],
  'usage.cross': ['multi-cartes'],
  'export.csv': FROM_PREMIUM,
  'export.pdf': FROM_PREMIUM,
  'export.xlsx': ['multi-cartes'],
  'report.monthly': FROM_FORCE_DE_VENTE,
  referral: ['force-de-vente'],
};

/** The models that have a feature, cheapest first; none for a feature nobody knows. */
export function plansWith(feature: string): readonly Plan[] {
  return Object.hasOwn(PLANS_BY_FEATURE, feature) ? PLANS_BY_FEATURE[feature as Feature] : [];
}

/** Whether a model has a feature. An unknown model or an unknown feature grants nothing. */
export function planHas(plan: string, feature: string): boolean {
  return (plansWith(feature) as readonly string[]).includes(plan);
}

/** Every feature of a model, in the table's order; none for an unknown model. */
export function featuresOf(plan: string): Feature[] {
  return FEATURES.filter((feature) => planHas(plan, feature));
}

/** How many cards an account of this model may have; none for an unknown model. */
export function cardLimit(plan: string): number {
  if (plan === 'multi-cartes') return Number.POSITIVE_INFINITY;
  return (PLANS as readonly string[]).includes(plan) ? 1 : 0;
}
