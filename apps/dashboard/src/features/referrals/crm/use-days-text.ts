import { useTranslation } from 'react-i18next';
import { rangeInSentence, rangeText } from '@num-ecard/contracts/calendar';
import type { ProspectFilters } from './prospect-filters';

/** The days that the list is narrowed to, as they follow what happened on them; undefined when it is not. */
export function useDaysText({ from, to }: Pick<ProspectFilters, 'from' | 'to'>): string | undefined {
  const { t, i18n } = useTranslation('crm');
  const day = (of: string) => rangeText({ from: of, to: of }, i18n.language);
  if (from !== undefined && to !== undefined) return rangeInSentence({ from, to }, i18n.language);
  if (from !== undefined) return t('filters.since', { day: day(from) });
  return to === undefined ? undefined : t('filters.until', { day: day(to) });
}
