import { type Locale, LOCALES, negotiateLocale } from '@num-ecard/contracts/locale';
import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';
import fr from '../locales/fr.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof fr;
      trends: typeof import('../locales/fr/trends.json');
      places: typeof import('../locales/fr/places.json');
      sources: typeof import('../locales/fr/sources.json');
      engagement: typeof import('../locales/fr/engagement.json');
      visits: typeof import('../locales/fr/visits.json');
      cards: typeof import('../locales/fr/cards.json');
      referrals: typeof import('../locales/fr/referrals.json');
      'card-editor': typeof import('../locales/fr/card-editor.json');
      settings: typeof import('../locales/fr/settings.json');
    };
  }
}

const STORAGE_KEY = 'num-ecard-locale';

const instance = i18next.createInstance();
const texts: Record<Locale, Record<string, object>> = { fr: { translation: fr }, en: { translation: en } };

/** Brings in the texts of a screen, together with its code. */
export function addTexts(namespace: string, added: Readonly<Record<Locale, object>>): void {
  for (const locale of LOCALES) {
    texts[locale][namespace] = added[locale];
    if (instance.isInitialized) instance.addResourceBundle(locale, namespace, added[locale]);
  }
}

/** The translations, in one language to begin with. */
export function createI18n(locale: Locale): i18n {
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'fr',
    supportedLngs: LOCALES,
    resources: texts,
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
