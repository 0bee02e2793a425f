/** What the sheets say. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { CrossBy } from '@num-ecard/contracts/period';

const FR = {
  report: 'Rapport d’utilisation',
  noVisits: 'Aucune visite sur cette période.',
  noClicks: 'Aucun clic sur cette période.',
  total: 'Total',
  demo: 'Exemple : ces visites sont des données de démonstration.',
  about: (subject: string, period: string, previous: string | null) =>
    `${subject} · ${period}${previous === null ? '' : ` · comparé à ${previous}`}`,
  cards: (count: number) => (count === 1 ? '1 carte' : `${count} cartes`),
  allCards: (count: number) => (count === 1 ? 'Toutes mes cartes (1)' : `Toutes mes cartes (${count})`),

  // Heads of columns
  views: 'Visites',
  visitors: 'Visiteurs',
  clicks: 'Clics',
  share: 'Part',
  change: 'Évolution',
  viewsBefore: 'Visites comparées',
  visitorsBefore: 'Visiteurs comparés',
  clicksBefore: 'Clics comparés',
  engaged: 'Temps passé',
  engagedPerVisit: 'Temps par visite',
  card: 'Carte',
  address: 'Adresse',

  summary: {
    name: 'Résumé',
    card: 'Carte',
    cards: 'Cartes',
    period: 'Période',
    compared: 'Comparé à',
    notCompared: 'Sans comparaison',
    timezone: 'Heure locale',
    writtenAt: 'Écrit le',
    account: 'Compte',
    key: 'Chiffres clés',
    figure: 'Chiffre',
    now: 'Cette période',
    before: 'Période comparée',
    medianTime: 'Temps passé, médiane',
    averageTime: 'Temps passé, moyenne',
    clicksPerVisit: 'Clics par visite',
    ever: 'Depuis le début',
    everTotal: 'Depuis le début',
    today: 'Aujourd’hui',
    clicksOn: (target: string) => `Clics : ${target}`,
    lastVisit: 'Dernière visite',
    noLastVisit: 'Aucune visite',
    contents: 'Contenu',
    sheet: 'Feuille',
    holds: 'Ce qu’elle contient',
  },
  trends: {
    name: 'Dans le temps',
    title: 'Mes visites dans le temps',
    holds: {
      day: 'Visites, visiteurs et clics par jour',
      week: 'Visites, visiteurs et clics par semaine',
      month: 'Visites, visiteurs et clics par mois',
    },
    start: { day: 'Jour', week: 'Semaine du', month: 'Mois' },
    startBefore: { day: 'Jour comparé', week: 'Semaine comparée du', month: 'Mois comparé' },
  },
  sources: {
    name: 'Sources',
    title: 'Ce qui amène mes visites',
    holds: 'D’où les visites arrivent : QR code, puce NFC, lien, signature, réseaux…',
    head: 'Source',
  },
  links: {
    name: 'Liens nommés',
    title: 'Mes liens nommés',
    holds: 'Une ligne par lien nommé',
    head: 'Lien',
    code: 'Code',
    state: 'État',
    deleted: 'Supprimé',
    empty: 'Aucun lien nommé pour l’instant.',
  },
  referrers: {
    name: 'Sites et applications',
    title: 'Sites et applications',
    holds: 'Là où un lien vers la carte a été ouvert',
    head: 'Site',
    empty: 'Aucun site n’a amené de visite sur cette période.',
  },
  places: {
    country: 'Pays',
    region: 'Région',
    city: 'Ville',
    countries: { name: 'Pays', title: 'D’où viennent mes visites : pays', holds: 'Les visites par pays' },
    regions: {
      name: 'Régions',
      title: 'D’où viennent mes visites : régions',
      holds: 'Les visites par région',
    },
    cities: { name: 'Villes', title: 'D’où viennent mes visites : villes', holds: 'Les visites par ville' },
    unknown: 'Lieu inconnu',
    unknownRegion: 'Sans région',
    unknownCity: 'Ville inconnue',
  },
  buttons: {
    name: 'Boutons',
    title: 'Mes boutons',
    holds: 'Les clics de chaque bouton, et dans quelle part des visites il a été pressé',
    head: 'Bouton',
    visits: 'Visites avec ce clic',
    rate: 'Part des visites',
    allVisits: 'Visites de la période',
    visitsBefore: 'Visites avec ce clic, comparées',
  },
  time: {
    name: 'Temps passé',
    title: 'Temps passé sur ma carte',
    holds: 'Les visites selon leur durée',
    from: 'À partir de',
    to: 'Moins de',
  },
  hours: {
    name: 'Jours et heures',
    title: 'Jours et heures',
    holds: 'Quand les visites et les clics ont lieu, heure par heure',
    day: 'Jour',
    hour: (hour: number) => `${hour} h`,
    views: 'Visites',
    clicks: 'Clics',
    viewsBefore: 'Visites de la période comparée',
    zone: (zone: string) => `Heure locale du compte : ${zone}`,
  },
  devices: {
    name: 'Appareils',
    title: 'Appareils',
    holds: 'Téléphone, tablette ou ordinateur',
    head: 'Appareil',
    browsers: {
      name: 'Navigateurs',
      title: 'Navigateurs',
      holds: 'Les visites par navigateur',
      head: 'Navigateur',
    },
    systems: { name: 'Systèmes', title: 'Systèmes', holds: 'Les visites par système', head: 'Système' },
    other: 'Autres',
  },
  filtered: {
    name: 'Écartés',
    title: 'Écartés',
    holds: 'Ce qui a été reçu, mais n’est pas une visite',
    head: 'Raison',
    views: 'Ouvertures',
    viewsBefore: 'Ouvertures comparées',
    empty: 'Rien n’a été écarté sur cette période.',
  },
  comparedCards: {
    name: 'Cartes',
    title: 'Mes cartes côte à côte',
    holds: 'Une ligne par carte',
  },
  cardsOverTime: {
    name: 'Cartes dans le temps',
    title: 'Visites de chaque carte dans le temps',
    holds: 'Une colonne par carte',
  },
  cross: {
    name: {
      source: 'Cartes × sources',
      country: 'Cartes × pays',
      region: 'Cartes × régions',
      city: 'Cartes × villes',
      target: 'Cartes × boutons',
      month: 'Cartes × mois',
    } satisfies Record<CrossBy, string> as Record<CrossBy, string>,
    title: {
      source: 'Visites par carte et par source',
      country: 'Visites par carte et par pays',
      region: 'Visites par carte et par région',
      city: 'Visites par carte et par ville',
      target: 'Clics par carte et par bouton',
      month: 'Visites par carte et par mois',
    } satisfies Record<CrossBy, string> as Record<CrossBy, string>,
    holds: 'Tableau croisé',
  },
  visits: {
    name: 'Visites',
    title: 'Chaque visite',
    holds: 'Une ligne par visite, la dernière d’abord. Personne n’est identifié',
    at: 'Date et heure',
    rows: '[<=1]#,##0" visite";#,##0" visites"',
    source: 'Source',
    link: 'Lien nommé',
    referrer: 'Site',
    device: 'Appareil',
    browser: 'Navigateur',
    system: 'Système',
    buttons: 'Boutons pressés',
    times: (button: string, count: number) => (count === 1 ? button : `${button} × ${count}`),
  },
} as const;

/** The same shape, with any texts. */
type Texts<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Texts<T[Key]> };
export type Words = Texts<typeof FR>;

const EN: Words = {
  report: 'Usage report',
  noVisits: 'No visits in this period.',
  noClicks: 'No clicks in this period.',
  total: 'Total',
  demo: 'Example: these visits are demo data.',
  about: (subject, period, previous) =>
    `${subject} · ${period}${previous === null ? '' : ` · compared with ${previous}`}`,
  cards: (count) => (count === 1 ? '1 card' : `${count} cards`),
  allCards: (count) => `All my cards (${count})`,

  views: 'Visits',
  visitors: 'Visitors',
  clicks: 'Clicks',
  share: 'Share',
  change: 'Change',
  viewsBefore: 'Compared visits',
  visitorsBefore: 'Compared visitors',
  clicksBefore: 'Compared clicks',
  engaged: 'Time spent',
  engagedPerVisit: 'Time per visit',
  card: 'Card',
  address: 'Address',

  summary: {
    name: 'Summary',
    card: 'Card',
    cards: 'Cards',
    period: 'Period',
    compared: 'Compared with',
    notCompared: 'No comparison',
    timezone: 'Local time',
    writtenAt: 'Written on',
    account: 'Account',
    key: 'Key figures',
    figure: 'Figure',
    now: 'This period',
    before: 'Compared period',
    medianTime: 'Time spent, median',
    averageTime: 'Time spent, average',
    clicksPerVisit: 'Clicks per visit',
    ever: 'From the beginning',
    everTotal: 'From the beginning',
    today: 'Today',
    clicksOn: (target) => `Clicks: ${target}`,
    lastVisit: 'Latest visit',
    noLastVisit: 'No visits',
    contents: 'Contents',
    sheet: 'Sheet',
    holds: 'What it holds',
  },
  trends: {
    name: 'Over time',
    title: 'My visits over time',
    holds: {
      day: 'Visits, visitors and clicks by day',
      week: 'Visits, visitors and clicks by week',
      month: 'Visits, visitors and clicks by month',
    },
    start: { day: 'Day', week: 'Week of', month: 'Month' },
    startBefore: { day: 'Compared day', week: 'Compared week of', month: 'Compared month' },
  },
  sources: {
    name: 'Sources',
    title: 'What brings my visits',
    holds: 'How visits come in: QR code, NFC chip, link, signature, social networks…',
    head: 'Source',
  },
  links: {
    name: 'Named links',
    title: 'My named links',
    holds: 'A row for each named link',
    head: 'Link',
    code: 'Code',
    state: 'State',
    deleted: 'Deleted',
    empty: 'No named link yet.',
  },
  referrers: {
    name: 'Sites and applications',
    title: 'Sites and applications',
    holds: 'Where a link to the card was opened',
    head: 'Site',
    empty: 'No site brought a visit in this period.',
  },
  places: {
    country: 'Country',
    region: 'Region',
    city: 'City',
    countries: {
      name: 'Countries',
      title: 'Where my visits come from: countries',
      holds: 'Visits by country',
    },
    regions: { name: 'Regions', title: 'Where my visits come from: regions', holds: 'Visits by region' },
    cities: { name: 'Cities', title: 'Where my visits come from: cities', holds: 'Visits by city' },
    unknown: 'Unknown place',
    unknownRegion: 'No region',
    unknownCity: 'Unknown city',
  },
  buttons: {
    name: 'Buttons',
    title: 'My buttons',
    holds: 'The clicks on each button, and the share of the visits in which it was pressed',
    head: 'Button',
    visits: 'Visits with that click',
    rate: 'Share of visits',
    allVisits: 'Visits of the period',
    visitsBefore: 'Compared visits with that click',
  },
  time: {
    name: 'Time spent',
    title: 'Time spent on my card',
    holds: 'Visits by how long they lasted',
    from: 'From',
    to: 'Less than',
  },
  hours: {
    name: 'Days and hours',
    title: 'Days and hours',
    holds: 'When visits and clicks happen, hour by hour',
    day: 'Day',
    hour: (hour) => `${hour}:00`,
    views: 'Visits',
    clicks: 'Clicks',
    viewsBefore: 'Visits of the compared period',
    zone: (zone) => `The account’s local time: ${zone}`,
  },
  devices: {
    name: 'Devices',
    title: 'Devices',
    holds: 'Phone, tablet or computer',
    head: 'Device',
    browsers: { name: 'Browsers', title: 'Browsers', holds: 'Visits by browser', head: 'Browser' },
    systems: { name: 'Systems', title: 'Systems', holds: 'Visits by system', head: 'System' },
    other: 'Other',
  },
  filtered: {
    name: 'Left out',
    title: 'Left out',
    holds: 'What was received, but is not a visit',
    head: 'Reason',
    views: 'Openings',
    viewsBefore: 'Compared openings',
    empty: 'Nothing was left out in this period.',
  },
  comparedCards: {
    name: 'Cards',
    title: 'My cards side by side',
    holds: 'A row for each card',
  },
  cardsOverTime: {
    name: 'Cards over time',
    title: 'Visits of each card over time',
    holds: 'A column for each card',
  },
  cross: {
    name: {
      source: 'Cards × sources',
      country: 'Cards × countries',
      region: 'Cards × regions',
      city: 'Cards × cities',
      target: 'Cards × buttons',
      month: 'Cards × months',
    },
    title: {
      source: 'Visits by card and source',
      country: 'Visits by card and country',
      region: 'Visits by card and region',
      city: 'Visits by card and city',
      target: 'Clicks by card and button',
      month: 'Visits by card and month',
    },
    holds: 'Cross table',
  },
  visits: {
    name: 'Visits',
    title: 'Every visit',
    holds: 'A row for each visit, latest first. Nobody is identified',
    at: 'Date and time',
    rows: '[=1]#,##0" visit";#,##0" visits"',
    source: 'Source',
    link: 'Named link',
    referrer: 'Site',
    device: 'Device',
    browser: 'Browser',
    system: 'System',
    buttons: 'Buttons pressed',
    times: (button, count) => (count === 1 ? button : `${button} × ${count}`),
  },
};

const WORDS: Readonly<Record<Locale, Words>> = { fr: FR, en: EN };

export function wordsOf(locale: Locale): Words {
  return WORDS[locale];
}

const LANGUAGES: Readonly<Record<Locale, string>> = { fr: 'fr', en: 'en-GB' };

/** `1–30 novembre 2026` */
export function rangeWords(
  { from, to }: { readonly from: string; readonly to: string },
  locale: Locale,
): string {
  const format = new Intl.DateTimeFormat(LANGUAGES[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
}

/** Monday's first. */
export function weekdayWords(locale: Locale): string[] {
  const format = new Intl.DateTimeFormat(LANGUAGES[locale], { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2024, 0, index + 1, 12))));
}
