import { type Feature, type Plan, planHas, PLANS } from '@num-ecard/contracts/plans';
import type { EXPORT_CONTENTS } from '@num-ecard/contracts/report';

/** The files that there are of what a usage screen shows. */
export const EXPORT_CHOICES = [
  { name: 'pdf', format: 'pdf', content: 'summary', features: ['export.pdf'] },
  { name: 'csv', format: 'csv', content: 'summary', features: ['export.csv'] },
  { name: 'visitsCsv', format: 'csv', content: 'visits', features: ['export.csv', 'usage.full'] },
  { name: 'xlsx', format: 'xlsx', content: 'summary', features: ['export.xlsx'] },
  { name: 'visitsXlsx', format: 'xlsx', content: 'visits', features: ['export.xlsx', 'usage.full'] },
] as const satisfies readonly {
  name: string;
  format: 'pdf' | 'csv' | 'xlsx';
  content: (typeof EXPORT_CONTENTS)[number];
  features: readonly Feature[];
}[];
export type ExportChoice = (typeof EXPORT_CHOICES)[number];

/** The models that have all of the features that a file needs, cheapest first. */
export function plansOf({ features }: ExportChoice): readonly Plan[] {
  return PLANS.filter((plan) => features.every((feature) => planHas(plan, feature)));
}

/** What a model is shown: all that it has; and of what it lacks each kind once, for two Excel files with the same lock say no more than one. */
export function choicesFor(
  features: readonly Feature[],
): readonly { readonly choice: ExportChoice; readonly isLocked: boolean }[] {
  return EXPORT_CHOICES.map((choice) => ({
    choice,
    isLocked: !choice.features.every((feature) => features.includes(feature)),
  })).filter(({ choice, isLocked }) => !isLocked || choice.name !== 'visitsXlsx');
}
