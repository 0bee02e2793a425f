import { type Locale, LOCALES } from '@num-ecard/contracts/locale';
import { useTranslation } from 'react-i18next';
import { changeLocale, rememberLocale } from '../lib/i18n';

/** The languages under their own names, which are not translated. */
export const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];

/** The language of the screens, and how to choose another for this device. */
export function useLocale(): [Locale, (locale: string) => void] {
  const { i18n } = useTranslation();
  const current = LOCALES.find((locale) => locale === i18n.language) ?? 'fr';
  const choose = (wanted: string) => {
    const locale = LOCALES.find((known) => known === wanted);
    if (locale === undefined) return;
    rememberLocale(locale);
    void changeLocale(locale);
  };
  return [current, choose];
}
