/** What the sheets say beside the {@link WORDS} of all files. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Said } from '../../../documents/said.js';
import { WORDS } from '../words.js';

const { fr, en } = WORDS;

const FR = {
  ...fr,
  noVisits: 'Aucune visite sur cette période.',
  noClicks: 'Aucun clic sur cette période.',
  noLinks: 'Aucun lien nommé pour l’instant.',
  noReferrers: 'Aucun site n’a amené de visite sur cette période.',
  nothingFiltered: 'Rien n’a été écarté sur cette période.',
  about: (subject: string, period: string, previous: string | null) =>
    `${subject} · ${period}${previous === null ? '' : ` · comparé à la période ${previous}`}`,

  /** Of sheets that a tab has no room to name in full. */
  tabs: {
    trends: 'Évolution',
    cardTrends: 'Évolution des cartes',
    crossBy: {
      source: 'Cartes × sources',
      country: 'Cartes × pays',
      region: 'Cartes × régions',
      city: 'Cartes × villes',
      target: 'Cartes × boutons',
      month: 'Cartes × mois',
    },
  },
  /** What a sheet holds, for the contents. */
  holds: {
    trends: {
      day: 'Visites, visiteurs et clics par jour',
      week: 'Visites, visiteurs et clics par semaine',
      month: 'Visites, visiteurs et clics par mois',
    },
    sources: 'D’où les visites arrivent\u00a0: QR code, puce NFC, lien, signature, réseaux…',
    links: 'Une ligne par lien nommé',
    referrers: 'Là où un lien vers la carte a été ouvert',
    countries: 'Les visites par pays',
    regions: 'Les visites par région',
    cities: 'Les visites par ville',
    buttons: 'Les clics de chaque bouton, et dans quelle part des visites il a été pressé',
    time: 'Les visites selon leur durée',
    hours: 'Quand les visites et les clics ont lieu, heure par heure',
    devices: 'Téléphone, tablette ou ordinateur',
    browsers: 'Les visites par navigateur',
    systems: 'Les visites par système',
    filtered: 'Ce qui a été reçu, mais n’est pas une visite',
    sideBySide: 'Une ligne par carte',
    cardTrends: 'Une colonne par carte',
    visits: 'Une ligne par visite, la dernière d’abord. Personne n’est identifié',
  },
  summary: 'Résumé',
  figure: 'Chiffre',
  now: 'Cette période',
  clicksPerVisit: 'Clics par visite',
  clicksOn: (target: string) => `Clics\u00a0: ${target}`,
  noLastVisit: 'Aucune visite',
  contents: 'Contenu',
  sheet: 'Feuille',
  whatItHolds: 'Ce qu’elle contient',
  start: { day: 'Jour', week: 'Semaine du', month: 'Mois' },
  linkCode: 'Code',
  linkState: 'État',
  linkDeleted: 'Supprimé',
  unknownRegion: 'Sans région',
  unknownCity: 'Ville inconnue',
  visitsWithClickBefore: 'Visites avec clic, avant',
  fromDuration: 'À partir de',
  toDuration: 'Moins de',
  weekday: 'Jour',
  at: 'Date et heure',
  rowCount: '[<=1]#,##0" visite";#,##0" visites"',
  pressed: 'Boutons pressés',
  times: (button: string, count: number) => (count === 1 ? button : `${button}\u00a0×\u00a0${count}`),
} as const;

export type XlsxTexts = Said<typeof FR>;

const EN: XlsxTexts = {
  ...en,
  noVisits: 'No visits in this period.',
  noClicks: 'No clicks in this period.',
  noLinks: 'No named link yet.',
  noReferrers: 'No site brought a visit in this period.',
  nothingFiltered: 'Nothing was left out in this period.',
  about: (subject, period, previous) =>
    `${subject} · ${period}${previous === null ? '' : ` · compared with ${previous}`}`,

  tabs: {
    trends: 'Trends',
    cardTrends: 'Card trends',
    crossBy: {
      source: 'Cards × sources',
      country: 'Cards × countries',
      region: 'Cards × regions',
      city: 'Cards × cities',
      target: 'Cards × buttons',
      month: 'Cards × months',
    },
  },
  holds: {
    trends: {
      day: 'Visits, visitors and clicks by day',
      week: 'Visits, visitors and clicks by week',
      month: 'Visits, visitors and clicks by month',
    },
    sources: 'How visits come in: QR code, NFC chip, link, signature, social networks…',
    links: 'A row for each named link',
    referrers: 'Where a link to the card was opened',
    countries: 'Visits by country',
    regions: 'Visits by region',
    cities: 'Visits by city',
    buttons: 'The clicks on each button, and the share of the visits in which it was pressed',
    time: 'Visits by how long they last',
    hours: 'When visits and clicks happen, hour by hour',
    devices: 'Phone, tablet or computer',
    browsers: 'Visits by browser',
    systems: 'Visits by system',
    filtered: 'What was received, but is not a visit',
    sideBySide: 'A row for each card',
    cardTrends: 'A column for each card',
    visits: 'A row for each visit, latest first. Nobody is identified',
  },
  summary: 'Summary',
  figure: 'Figure',
  now: 'This period',
  clicksPerVisit: 'Clicks per visit',
  clicksOn: (target) => `Clicks: ${target}`,
  noLastVisit: 'No visits',
  contents: 'Contents',
  sheet: 'Sheet',
  whatItHolds: 'What it holds',
  start: { day: 'Day', week: 'Week of', month: 'Month' },
  linkCode: 'Code',
  linkState: 'State',
  linkDeleted: 'Deleted',
  unknownRegion: 'No region',
  unknownCity: 'Unknown city',
  visitsWithClickBefore: 'Visits with a click, before',
  fromDuration: 'From',
  toDuration: 'Below',
  weekday: 'Day',
  at: 'Date and time',
  rowCount: '[=1]#,##0" visit";#,##0" visits"',
  pressed: 'Buttons pressed',
  times: (button, count) => (count === 1 ? button : `${button}\u00a0×\u00a0${count}`),
};

const TEXTS: Readonly<Record<Locale, XlsxTexts>> = { fr: FR, en: EN };

export function xlsxTexts(locale: Locale): XlsxTexts {
  return TEXTS[locale];
}
