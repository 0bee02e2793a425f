import { type Locale, LOCALES, negotiateLocale } from '@num-ecard/contracts/locale';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';
import fr from '../locales/fr.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof fr };
  }
}

const STORAGE_KEY = 'num-ecard-locale';

/** The translations, in one language to begin with. */
export function createI18n(locale: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'fr',
    supportedLngs: LOCALES,
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    // Else every owner's console carries an advertisement.
    showSupportNotice: false,
  });
  const mark = (language: string) => document.documentElement.setAttribute('lang', language);
  instance.on('languageChanged', mark);
  mark(instance.language);
  return instance;
}

/** The language to start in: the one chosen on this device, else the browser's, else French. */
export function startingLocale(): Locale {
  return chosenLocale() ?? negotiateLocale(navigator.languages.join(','));
}

/** The language chosen on this device; it wins over the account's. */
export function chosenLocale(): Locale | undefined {
  try {
    return LOCALES.find((locale) => locale === localStorage.getItem(STORAGE_KEY));
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
    return undefined;
  }
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // As above.
  }
}
