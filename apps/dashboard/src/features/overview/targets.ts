import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { CONTACT_TARGETS, KNOWN_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { TFunction } from 'i18next';

export type TargetFigures = UsageSummary['clicks']['byTarget'][number];

/** As in "8 clics sur mon numéro de téléphone". */
export function targetPhrase(target: string, t: TFunction): string {
  const known = KNOWN_TARGETS.find((name) => name === target);
  return known === undefined ? t('targets.unknown', { target }) : t(`targets.${known}`);
}

/** The contact buttons in their usual order, always all of them, and whatever else was clicked, most clicked first. */
export function splitTargets(byTarget: readonly TargetFigures[]): {
  contacts: TargetFigures[];
  others: TargetFigures[];
} {
  const contacts = CONTACT_TARGETS.map(
    (target) => byTarget.find((figures) => figures.target === target) ?? { target, total: 0, today: 0 },
  );
  const others = byTarget
    .filter(({ target }) => !(CONTACT_TARGETS as readonly string[]).includes(target))
    .toSorted((a, b) => b.total - a.total);
  return { contacts, others };
}
