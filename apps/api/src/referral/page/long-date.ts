import type { Locale } from '@num-ecard/contracts/locale';

/** "26 novembre 2026", "26 November 2026": the day where the card's owner is. */
export function longDate(at: Date, locale: Locale, timezone: string | undefined): string {
  const names = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const date = new Intl.DateTimeFormat(names, { dateStyle: 'long', timeZone: timezone }).format(at);
  // The first of a month alone is an ordinal in French, which Intl does not know.
  return locale === 'fr' ? date.replace(/^1 /, '1er ') : date;
}
