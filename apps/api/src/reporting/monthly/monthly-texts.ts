/** The words of the monthly e-mail and of the page that switches it off. */
import type { Locale } from '@num-ecard/contracts/locale';
import { countText } from '@num-ecard/contracts/numbers';
import { monthWord, monthYearWord } from './monthly-words.js';

const fr = {
  count: (visits: number) => `${countText(visits, 'fr')} ${visits < 2 ? 'visite' : 'visites'}`,
  /** @param when `periodWord`, here and below */
  subject: (when: string, visits: string, several: boolean) =>
    `${several ? 'Vos cartes' : 'Votre carte'} ${when}\u00a0: ${visits}`,
  subjectOfNone: (when: string, several: boolean) =>
    several
      ? `Vos cartes ${when}\u00a0: comment les faire voir`
      : `Votre carte ${when}\u00a0: comment la faire voir`,
  heading: (month: string, several: boolean) =>
    `${several ? 'Vos cartes' : 'Votre carte'} en ${monthYearWord(month, 'fr')}`,
  hello: (name: string) => `Bonjour ${name},`,
  intro: (when: string, several: boolean) =>
    `Voici ce que ${several ? 'vos cartes vous ont apporté' : 'votre carte vous a apporté'} ${when}.`,
  gone: (day: string) =>
    `Votre compte ne garde plus les visites d’avant le ${day}\u00a0: les chiffres de visites commencent ce jour-là.`,
  figures: 'Chiffres du mois',
  visits: 'Visites',
  visitors: 'Visiteurs',
  visitorsHint: 'comptés par jour',
  contacts: 'Clics sur mes boutons de contact',
  time: 'Temps passé',
  timeHint: 'médian, par visite',
  timeBefore: (time: string, month: string) => `${time} en ${monthWord(month, 'fr')}`,
  chart: 'Visites par jour',
  days: (from: string, to: string, visits: string) => `du ${from} au ${to}\u00a0: ${visits}`,
  most: (visits: string, day: string) => `Au plus ${visits}, le ${day}.`,
  changed: 'Ce qui a changé',
  cards: 'Vos cartes du mois',
  card: 'Carte',
  clicks: 'Clics',
  moreCards: (count: number) =>
    `Et ${countText(count, 'fr')} ${count < 2 ? 'autre carte' : 'autres cartes'} dans votre espace.`,
  referrals: 'Recommandations',
  received: 'Recommandations reçues',
  contacted: 'Prospects contactés',
  converted: 'Convertis en clients',
  rate: 'Taux de conversion',
  waiting: 'À suivre aujourd’hui',
  openResults: 'Voir mes recommandations',
  open: 'Ouvrir mon tableau de bord',
  none: (when: string, several: boolean) =>
    `Personne n’a ouvert ${several ? 'vos cartes' : 'votre carte'} ${when}. Trois façons de ${several ? 'les' : 'la'} mettre sous les yeux de ceux que vous rencontrez\u00a0:`,
  advice: [
    'Montrez le QR code sur votre téléphone, ou imprimez-le\u00a0: comptoir, vitrine, véhicule, carte papier.',
    'Mettez l’adresse de votre carte dans la signature de vos e-mails\u00a0: chaque message la présente.',
    'Après un appel ou un rendez-vous, envoyez le lien par SMS ou WhatsApp.',
  ],
  seeCard: 'Voir ma carte',
  seeQr: 'Montrer le QR code',
  attached: (files: string) => `En pièce jointe\u00a0: ${files}.`,
  demo: 'Démonstration\u00a0: ces chiffres sont inventés.',
  why: 'Vous recevez cet e-mail au début de chaque mois, avec votre modèle de carte NUM-ECARD.',
  stop: 'Ne plus le recevoir',
  and: ' et ',
  page: {
    title: 'Rapport mensuel',
    ask: 'Ne plus recevoir le rapport mensuel par e-mail\u00a0?',
    hint: 'Rien ne change tant que vous n’appuyez pas sur le bouton. Vos autres e-mails continuent.',
    button: 'Ne plus le recevoir',
    done: 'C’est fait\u00a0: le rapport mensuel ne sera plus envoyé.',
    again:
      'Pour le recevoir de nouveau, ouvrez les réglages de votre espace, partie «\u00a0Rapport mensuel\u00a0».',
    settings: 'Ouvrir les réglages',
    unknownTitle: 'Lien inconnu',
    unknown:
      'Ce lien ne mène à aucun rapport. Les réglages de votre espace permettent aussi de ne plus le recevoir.',
  },
};

const en: typeof fr = {
  count: (visits) => `${countText(visits, 'en')} ${visits === 1 ? 'visit' : 'visits'}`,
  subject: (when, visits, several) => `Your ${several ? 'cards' : 'card'} ${when}: ${visits}`,
  subjectOfNone: (when, several) =>
    `Your ${several ? 'cards' : 'card'} ${when}: how to have ${several ? 'them' : 'it'} seen`,
  heading: (month, several) => `Your ${several ? 'cards' : 'card'} in ${monthYearWord(month, 'en')}`,
  hello: (name) => `Hello ${name},`,
  intro: (when, several) => `This is what your ${several ? 'cards' : 'card'} brought you ${when}.`,
  gone: (day) =>
    `Your account no longer keeps visits before ${day}: the figures of visits begin on that day.`,
  figures: 'Figures of the month',
  visits: 'Visits',
  visitors: 'Visitors',
  visitorsHint: 'counted by day',
  contacts: 'Clicks on my contact buttons',
  time: 'Time spent',
  timeHint: 'median, of a visit',
  timeBefore: (time, month) => `${time} in ${monthWord(month, 'en')}`,
  chart: 'Visits by day',
  days: (from, to, visits) => `${from} to ${to}: ${visits}`,
  most: (visits, day) => `At most ${visits}, on ${day}.`,
  changed: 'What changed',
  cards: 'Your cards of the month',
  card: 'Card',
  clicks: 'Clicks',
  moreCards: (count) =>
    `And ${countText(count, 'en')} more ${count === 1 ? 'card' : 'cards'} in your dashboard.`,
  referrals: 'Referrals',
  received: 'Referrals received',
  contacted: 'Prospects contacted',
  converted: 'Converted to clients',
  rate: 'Conversion rate',
  waiting: 'To follow up today',
  openResults: 'See my referrals',
  open: 'Open my dashboard',
  none: (when, several) =>
    `Nobody opened your ${several ? 'cards' : 'card'} ${when}. Three ways to put ${several ? 'them' : 'it'} before the people you meet:`,
  advice: [
    'Show the QR code on your phone, or print it: counter, window, vehicle, paper card.',
    'Put the address of your card into your e-mail signature: every message presents it.',
    'After a call or a meeting, send the link by SMS or WhatsApp.',
  ],
  seeCard: 'See my card',
  seeQr: 'Show the QR code',
  attached: (files) => `Attached: ${files}.`,
  demo: 'Demonstration: these figures are made up.',
  why: 'You get this e-mail at the beginning of each month, with your NUM-ECARD model.',
  stop: 'Stop receiving it',
  and: ' and ',
  page: {
    title: 'Monthly report',
    ask: 'Stop receiving the monthly report by e-mail?',
    hint: 'Nothing changes until you press the button. Your other e-mails go on.',
    button: 'Stop receiving it',
    done: 'Done: the monthly report will not be sent any more.',
    again: 'To receive it again, open your settings, part “Monthly report”.',
    settings: 'Open the settings',
    unknownTitle: 'Unknown link',
    unknown: 'This link leads to no report. Your settings let you stop receiving it as well.',
  },
};

export type MonthlyTexts = typeof fr;

export function monthlyTexts(locale: Locale): MonthlyTexts {
  return { fr, en }[locale];
}
