import type { Locale } from '@num-ecard/contracts/locale';
import type { Feature } from '@num-ecard/contracts/plans';
import type { PushKind } from '@num-ecard/contracts/push';

interface KindOfPush {
  /** A model without it gets no such alert. */
  readonly feature: Feature;
  /** Shows on locked screens: no name, no number, no place. */
  readonly title: Readonly<Record<Locale, string>>;
}

export const PUSH_KINDS_KNOWN: Readonly<Record<PushKind, KindOfPush>> = {
  recommendation: {
    feature: 'referral',
    title: { fr: 'Nouvelle recommandation', en: 'New referral' },
  },
};
