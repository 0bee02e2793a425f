import type { HistoryItem, RecommendationRecord } from '@num-ecard/contracts/referral';
import { consentName, lostReasonName, statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { eurosText } from '@num-ecard/contracts/numbers';
import { useLocale } from '../../../ui/use-locale';
import { usePersonName } from './use-person-name';

/** What happened, and by whom, in words. */
export function useHistoryWords({ prospect, ambassador }: RecommendationRecord) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const move = ({ from, to, reason, valueCents }: HistoryItem) =>
    [
      [from, to]
        .map((status) => status && statusName(status, locale))
        .filter(Boolean)
        .join(' → '),
      reason && lostReasonName(reason, locale),
      valueCents === null ? undefined : eurosText(valueCents, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  return {
    title: (entry: HistoryItem): string => {
      const { kind, to, consent } = entry;
      if (kind === 'move') return move(entry);
      if (kind === 'consent' && consent !== null) return consentName(consent, locale);
      if (kind === 'correction' && to !== null)
        return t('history.kind.correctionTo', { status: statusName(to, locale) });
      return t(`history.kind.${kind}`);
    },
    actor: ({ by, byName }: HistoryItem): string => {
      if (by === 'ambassador') return byName ?? nameOf.ambassador(ambassador);
      if (by === 'prospect') return byName ?? nameOf.prospect(prospect);
      return by === 'owner' ? (byName ?? t('history.owner')) : t('history.system');
    },
  };
}
