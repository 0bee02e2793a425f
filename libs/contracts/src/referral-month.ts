/** A month of referrals in one sentence, as the screens, files and e-mails tell it. */
import { monthText, startingUpper } from './calendar.js';
import type { Locale } from './locale.js';
import { countText, shareText } from './numbers.js';
import type { ReferralMetrics } from './referral-metrics.js';

type Say = (count: number, text: string) => string;

const SENTENCES: Readonly<
  Record<
    Locale,
    { received: Say; contacted: Say; converted: Say; rate: (text: string) => string; colon: string }
  >
> = {
  fr: {
    received: (count, text) => `${text} ${count < 2 ? 'recommandation reçue' : 'recommandations reçues'}`,
    contacted: (count, text) => `${text} ${count < 2 ? 'prospect contacté' : 'prospects contactés'}`,
    converted: (count, text) => `${text} ${count < 2 ? 'converti en client' : 'convertis en clients'}`,
    rate: (text) => `Taux\u00a0=\u00a0${text}`,
    colon: '\u00a0:',
  },
  en: {
    received: (count, text) => `${text} ${count === 1 ? 'referral' : 'referrals'} received`,
    contacted: (count, text) => `${text} ${count === 1 ? 'prospect' : 'prospects'} contacted`,
    converted: (count, text) => `${text} converted into ${count === 1 ? 'a client' : 'clients'}`,
    rate: (text) => `Rate\u00a0=\u00a0${text}`,
    colon: ':',
  },
};

/** `Octobre 2026 : 5 recommandations reçues, 3 prospects contactés, 1 converti en client. Taux = 20 %.` */
export function referralMonthText(
  { month, cohort }: Pick<ReferralMetrics, 'month' | 'cohort'>,
  locale: Locale,
): string {
  const words = SENTENCES[locale];
  const steps = (['received', 'contacted', 'converted'] as const)
    .map((step) => words[step](cohort[step], countText(cohort[step], locale)))
    .join(', ');
  const lead = `${startingUpper(monthText(month, locale))}${words.colon}`;
  return `${lead} ${steps}. ${words.rate(shareText(cohort.rate, locale))}.`;
}
