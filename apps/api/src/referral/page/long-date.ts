import type { Locale } from '@num-ecard/contracts/locale';

/** "26 novembre 2026", "26 November 2026": the day where the card's owner is. */
export function longDate(at: Date, locale: Locale, timezone: string | undefined): string {
  const names = locale === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(names, { dateStyle: 'long', timeZone: timezone }).format(at);
}
