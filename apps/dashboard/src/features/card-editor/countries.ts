import type { Locale } from '@num-ecard/contracts/locale';

/** Codes that the names of regions know and that no postal address has: unions, tests, exceptional reservations. */
const NO_COUNTRY = new Set('EU EZ UN ZZ QO XA XB AC CP CQ DG EA IC TA'.split(' '));
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Every country with its name, in the language's order. */
export function countries(locale: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return (
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      .filter((code) => !NO_COUNTRY.has(code))
      // A code of a country that is no more stands for its successor.
      .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
      .flatMap((value) => {
        const label = names.of(value);
        return label === undefined ? [] : [{ value, label }];
      })
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  );
}
