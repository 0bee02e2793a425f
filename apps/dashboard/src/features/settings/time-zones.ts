import type { Locale } from '@num-ecard/contracts/locale';

interface ZoneOption {
  value: string;
  label: string;
}

/** Where French owners are, under the names they know: no list of zones has those. */
const FRENCH: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'Europe/Paris': { fr: 'Paris', en: 'Paris' },
  'America/Guadeloupe': { fr: 'Guadeloupe', en: 'Guadeloupe' },
  'America/Cayenne': { fr: 'Guyane', en: 'French Guiana' },
  'America/Martinique': { fr: 'Martinique', en: 'Martinique' },
  'Indian/Mayotte': { fr: 'Mayotte', en: 'Mayotte' },
  'Pacific/Noumea': { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' },
  'Pacific/Tahiti': { fr: 'Polynésie française', en: 'French Polynesia' },
  'Indian/Reunion': { fr: 'La Réunion', en: 'Réunion' },
  'America/St_Barthelemy': { fr: 'Saint-Barthélemy', en: 'Saint Barthélemy' },
  'America/Marigot': { fr: 'Saint-Martin', en: 'Saint Martin' },
  'America/Miquelon': { fr: 'Saint-Pierre-et-Miquelon', en: 'Saint Pierre and Miquelon' },
  'Pacific/Wallis': { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' },
};

/** Every zone that the browser knows, the French ones apart; `current` is among them whether it is known or not. */
export function timeZoneOptions(
  known: readonly string[],
  current: string,
  locale: Locale,
): { french: ZoneOption[]; others: ZoneOption[] } {
  const french = Object.entries(FRENCH).map(([value, name]) => ({ value, label: name[locale] }));
  const others = [...new Set([...known, current])]
    .filter((zone) => !Object.hasOwn(FRENCH, zone))
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return { french, others };
}

/** Whether an option is meant by what somebody types: any part of its name or its zone, without accents. */
export function matchesZone({ value, label }: ZoneOption, typed: string): boolean {
  const wanted = plain(typed);
  return plain(label).includes(wanted) || plain(value).includes(wanted);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}
