import { useTranslation } from 'react-i18next';
import { wholeMonths } from '@num-ecard/contracts/period-calendar';
import { rangeInSentence } from '@num-ecard/contracts/calendar';
import { EVERY_CARD } from '../../lib/usage-search';
import { comparisonWords, type ExportView } from './export-view';

/** What a file is about, in words. @param cards how many the account has */
export function useExportWords({ scope, range, compare, interval }: ExportView, cards: number) {
  const { t, i18n } = useTranslation(['exports', 'translation']);
  const subject = scope === EVERY_CARD ? t('translation:overview.everyCard', { count: cards }) : scope.title;
  const days = rangeInSentence(range, i18n.language);
  const details = [
    t(`exports:compared.${comparisonWords({ compare, range })}`, { count: wholeMonths(range) ?? 0 }),
    t(`exports:interval.${interval}`),
  ];
  return {
    /** `Patrice, du 1er au 31 octobre 2026` */
    about: t('exports:about', { subject, days }),
    /** `comparé au mois précédent, jour par jour` */
    details: details.filter(Boolean).join(', '),
  };
}
