import { useTranslation } from 'react-i18next';
import { REGION_CODES } from './french-areas';

/** Names areas without visits, of which the answer says nothing. */
export function useAreaName(): (code: string) => string {
  const { t, i18n } = useTranslation(['places', 'translation']);
  const countries = new Intl.DisplayNames(i18n.language, { type: 'region' });
  return (code) => {
    const region = REGION_CODES.find((known) => known === code);
    if (region !== undefined) return t(`places:regions.${region}`);
    return code.includes('-') ? code : (countries.of(code) ?? code);
  };
}
