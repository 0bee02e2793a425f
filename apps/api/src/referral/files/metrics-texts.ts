/** What the files of a month's figures say, in the words of the results screen. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Said } from '../../documents/said.js';

const FR = {
  title: 'Résultats des recommandations',
  demo: 'Démonstration',
  underWay: 'Mois en cours\u00a0: ces chiffres changent encore.',
  sentence: 'Le mois en une phrase',
  section: 'Rubrique',
  month: 'Mois',
  rank: 'Rang',
  received: 'Reçues',
  contacted: 'Contactés',
  appointments: 'Rendez-vous pris',
  converted: 'Convertis',
  lost: 'Perdus',
  rate: 'Taux de conversion',
  contactsMade: 'Premiers contacts du mois',
  clientsWon: 'Nouveaux clients du mois',
  medianHours: 'Délai médian du premier contact (h)',
  median: 'Délai médian de contact',
  within24h: 'Contactés en 24\u00a0h',
  value: 'Valeur convertie',
  before: (text: string) => `contre ${text} le mois d’avant`,
  funnel: 'De la recommandation au client',
  step: 'Étape',
  prospects: 'Prospects',
  share: 'Part des reçues',
  none: 'Aucune recommandation reçue ce mois-là.',
  figures: 'Reçu et fait dans le mois',
  receivedIn: (month: string) => `Reçues en ${month}, et ce qu’elles sont devenues depuis`,
  doneIn: (month: string) => `Fait en ${month}, même pour des recommandations plus anciennes`,
  trend: 'Douze mois',
  trendHint: 'Ce que sont devenues les recommandations reçues chaque mois.',
  trendChart: 'Recommandations reçues, prospects contactés et convertis, mois par mois.',
  ambassadors: 'Meilleurs ambassadeurs du mois',
  others: (count: number, text: string) =>
    `Et ${text} ${count < 2 ? 'autre' : 'autres'}\u00a0: le fichier CSV les contient tous.`,
} as const;

type Texts = Said<typeof FR>;

const EN: Texts = {
  title: 'Results of referrals',
  demo: 'Demo',
  underWay: 'This month is under way: its figures still change.',
  sentence: 'The month in one sentence',
  section: 'Section',
  month: 'Month',
  rank: 'Rank',
  received: 'Received',
  contacted: 'Contacted',
  appointments: 'Appointments made',
  converted: 'Converted',
  lost: 'Lost',
  rate: 'Conversion rate',
  contactsMade: 'First contacts of the month',
  clientsWon: 'New clients of the month',
  medianHours: 'Median time to first contact (h)',
  median: 'Median time to contact',
  within24h: 'Contacted within 24 h',
  value: 'Converted value',
  before: (text) => `against ${text} the month before`,
  funnel: 'From referral to client',
  step: 'Step',
  prospects: 'Prospects',
  share: 'Share of received',
  none: 'No referral was received that month.',
  figures: 'Received and done in the month',
  receivedIn: (month) => `Received in ${month}, and what has become of them since`,
  doneIn: (month) => `Done in ${month}, even for older referrals`,
  trend: 'Twelve months',
  trendHint: 'What has become of the referrals received in each month.',
  trendChart: 'Referrals received, prospects contacted and converted, month by month.',
  ambassadors: 'Best ambassadors of the month',
  others: (count, text) => `And ${text} ${count === 1 ? 'other' : 'others'}: the CSV file has all of them.`,
};

const TEXTS: Readonly<Record<Locale, Texts>> = { fr: FR, en: EN };

export function metricsTexts(locale: Locale): Texts {
  return TEXTS[locale];
}
