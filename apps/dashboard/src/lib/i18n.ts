import { ofName } from '@num-ecard/contracts/french';
import { type Locale, LOCALES, negotiateLocale } from '@num-ecard/contracts/locale';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type fr from '../locales/fr.json';

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
      crm: typeof import('../locales/fr/crm.json');
      results: typeof import('../locales/fr/results.json');
      ambassadors: typeof import('../locales/fr/ambassadors.json');
      account: typeof import('../locales/fr/account.json');
      'no-card': typeof import('../locales/fr/no-card.json');
      locked: typeof import('../locales/fr/locked.json');
      period: typeof import('../locales/fr/period.json');
      'first-visit': typeof import('../locales/fr/first-visit.json');
      exports: typeof import('../locales/fr/exports.json');
      told: typeof import('../locales/fr/told.json');
      notices: typeof import('../locales/fr/notices.json');
      'card-editor': typeof import('../locales/fr/card-editor.json');
      'sign-in': typeof import('../locales/fr/sign-in.json');
      settings: typeof import('../locales/fr/settings.json');
    };
  }
}

const STORAGE_KEY = 'num-ecard-locale';

const instance = i18next.createInstance();

/** What every page may say: of the language in use only, for each is a part of the first load. */
const SHARED: Readonly<Record<Locale, () => Promise<{ default: object }>>> = {
  fr: () => import('../locales/fr.json'),
  en: () => import('../locales/en.json'),
};
const texts: Record<Locale, Record<string, object>> = { fr: {}, en: {} };

/** Brings in the texts of a screen, together with its code. */
export function addTexts(namespace: string, added: Readonly<Record<Locale, object>>): void {
  for (const locale of LOCALES) add(locale, namespace, added[locale]);
}

function add(locale: Locale, namespace: string, added: object): void {
  texts[locale][namespace] = added;
  if (instance.isInitialized) instance.addResourceBundle(locale, namespace, added);
}

async function loadShared(locale: Locale): Promise<void> {
  if (texts[locale]['translation'] === undefined)
    add(locale, 'translation', (await SHARED[locale]()).default);
}

/** The translations, in one language to begin with. */
export async function createI18n(locale: Locale): Promise<i18n> {
  await loadShared(locale);
  await instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: LOCALES,
    resources: texts,
    interpolation: { escapeValue: false },
    initAsync: false,
    // Else every owner's console carries an advertisement.
    showSupportNotice: false,
  });
  instance.services.formatter?.add('ofName', (name: unknown) => ofName(String(name)));
  const mark = (language: string) => document.documentElement.setAttribute('lang', language);
  instance.on('languageChanged', mark);
  mark(instance.language);
  return instance;
}

/** The language in use. */
export function currentLanguage(): string {
  return instance.language;
}

/** Goes on in another language, once its texts are there. */
export async function changeLocale(locale: Locale): Promise<void> {
  await loadShared(locale);
  await instance.changeLanguage(locale);
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
