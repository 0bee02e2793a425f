import type { Locale } from '@num-ecard/contracts/locale';
import { iso31662 } from 'iso-3166';

/**
 * Three French regions have other names in the databases: two those of before 2016, one with the word "Région". These are
 * the names by law, in both languages.
 */
const FRENCH_REGIONS: Readonly<Record<string, string>> = {
  'FR-ARA': 'Auvergne-Rhône-Alpes',
  'FR-BFC': 'Bourgogne-Franche-Comté',
  'FR-PAC': 'Provence-Alpes-Côte d’Azur',
};

const standard = new Map(iso31662.map(({ code, name }) => [code, name.replace(/ \(.*\)$/, '')]));

const countries: Readonly<Record<Locale, Intl.DisplayNames>> = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** A country's name by its ISO 3166-1 code; La Réunion, Guadeloupe and the others are countries here. */
export function countryName(code: string, locale: Locale): string {
  return /^[A-Z]{2}$/.test(code) ? (countries[locale].of(code) ?? code) : code;
}

/**
 * A region's name by its ISO 3166-2 code.
 * @param named what the database in use calls it; without it, the standard's name, in the region's own language
 */
export function regionName(code: string, named: string | undefined): string {
  return FRENCH_REGIONS[code] ?? named ?? standard.get(code) ?? code;
}
