/** What the CSV files of usage tracking say beside their {@link WORDS}, and the names of sources, buttons, devices and places. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Said } from '../../documents/said.js';
import { WORDS } from './words.js';

const { fr, en } = WORDS;

const FR = {
  ...fr,
  section: 'Rubrique',
  key: 'Clé',
  label: 'Libellé',
  data: 'Données',
  seconds: (head: string) => `${head} (s)`,
  clickShareBefore: 'Part des visites avant',
  engagedBefore: 'Temps passé avant',
  date: 'Date',
  timeOfDay: 'Heure',
  offset: 'Décalage horaire',
  linkCode: 'Code du lien',
  countryCode: 'Code du pays',
  regionCode: 'Code de la région',
  clicksOn: (button: string) => `Clics ${button}`,
  otherClicks: 'Clics autres boutons',
  about: 'Rapport',
  buttonsToday: 'Boutons aujourd’hui',
  medianAndAverage: 'Temps médian et moyen',
  /** What stands under "Visites" there are none. */
  filteredOpenings: 'Écartés (ouvertures)',
  chosenCards: 'Cartes choisies',
  secondsOf: (count: number) => `${count}\u00a0s`,
  minutesOf: (count: number) => `${count}\u00a0min`,
  day: (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  week: (monday: string) => `Semaine du ${monday}`,
  days: (from: string, to: string) => `Du ${from} au ${to}`,
} as const;

export type CsvTexts = Said<typeof FR>;

const EN: CsvTexts = {
  ...en,
  section: 'Section',
  key: 'Key',
  label: 'Label',
  data: 'Data',
  seconds: (head) => `${head} (s)`,
  clickShareBefore: 'Share of visits before',
  engagedBefore: 'Time spent before',
  date: 'Date',
  timeOfDay: 'Time',
  offset: 'Offset',
  linkCode: 'Link code',
  countryCode: 'Country code',
  regionCode: 'Region code',
  clicksOn: (button) => `Clicks ${button}`,
  otherClicks: 'Clicks other buttons',
  about: 'Report',
  buttonsToday: 'Buttons today',
  medianAndAverage: 'Median and average time',
  filteredOpenings: 'Left out (openings)',
  chosenCards: 'Chosen cards',
  secondsOf: (count) => `${count}\u00a0s`,
  minutesOf: (count) => `${count}\u00a0min`,
  day: (day) => day,
  week: (monday) => `Week of ${monday}`,
  days: (from, to) => `From ${from} to ${to}`,
};

const TEXTS: Readonly<Record<Locale, CsvTexts>> = { fr: FR, en: EN };

export function csvTexts(locale: Locale): CsvTexts {
  return TEXTS[locale];
}
