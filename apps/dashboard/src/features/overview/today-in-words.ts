import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { TFunction } from 'i18next';
import { targetPhrase } from './targets';

/** Buttons named one by one; the clicks on all further ones are said as one figure. */
const NAMED = 4;

/** What separates the parts of the sentence. */
export const SEPARATOR = ', ';

/**
 * The day in words: "15 visites aujourd'hui", "8 clics sur mon numéro de téléphone", "3 clics sur mon e-mail"; joined, a
 * sentence. Contact buttons come first, in their usual order, then the others, most clicked today first.
 */
export function todayInWords(summary: UsageSummary, t: TFunction): string[] {
  const clicked = summary.clicks.byTarget.filter(({ today }) => today > 0);
  clicked.sort((a, b) => contactRank(a.target) - contactRank(b.target) || b.today - a.today);
  const further = clicked.slice(NAMED).reduce((sum, { today }) => sum + today, 0);

  const parts = [
    t('sentence.views', { count: summary.views.today }),
    ...clicked
      .slice(0, NAMED)
      .map(({ target, today }) => t('sentence.clicks', { count: today, target: targetPhrase(target, t) })),
  ];
  if (further > 0) parts.push(t('sentence.otherClicks', { count: further }));
  if (clicked.length === 0 && summary.views.today > 0) parts.push(t('sentence.noClicks'));
  return parts;
}

function contactRank(target: string): number {
  const index = (CONTACT_TARGETS as readonly string[]).indexOf(target);
  return index === -1 ? CONTACT_TARGETS.length : index;
}
