/** The words of the ambassador's page. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';

export interface AmbassadorTexts {
  heading: string;
  title: (ambassador: string | null) => string;
  intro: (holder: string) => string;
  none: string;
  sentOn: (date: string) => string;
  /** General words: they tell neither what the prospect said nor why. */
  progress: Readonly<Record<Status, string>>;
  /** Somebody without a name any more: that it was erased, and by whom, is not the ambassador's to know. */
  unnamed: string;
  remind: string;
  again: string;
  personal: string;
  personalText: string;
  qrAlt: string;
  erase: string;
  eraseText: (holder: string) => string;
  confirmErase: string;
  keep: string;
  erasedTitle: string;
  erasedText: (holder: string) => string;
}

export const AMBASSADOR_TEXTS: Readonly<Record<Locale, AmbassadorTexts>> = {
  fr: {
    heading: 'Vos recommandations',
    title: (ambassador) =>
      ambassador === null ? 'Vos recommandations' : `Vos recommandations, ${ambassador}`,
    intro: (holder) =>
      `Ce que vous avez envoyé à ${holder}, et où cela en est. Merci de votre confiance\u00a0!`,
    none: 'Vous n’avez encore recommandé personne.',
    sentOn: (date) => `Envoyée le ${date}`,
    progress: {
      new: 'Reçue',
      contacted: 'Prise en charge',
      appointment: 'Prise en charge',
      converted: 'A abouti',
      lost: 'Terminée',
    },
    unnamed: 'Personne recommandée',
    remind: 'Pas encore de réponse à la demande d’accord. Vous pouvez la renvoyer\u00a0:',
    again: 'Recommander quelqu’un',
    personal: 'Votre lien personnel',
    personalText: 'Par ce lien ou ce QR code, vous recommandez sans redire qui vous êtes.',
    qrAlt: 'QR code de votre lien personnel',
    erase: 'Effacer mes données',
    eraseText: (holder) =>
      `${holder} n’aura plus ni votre nom, ni votre téléphone, ni votre adresse. Vos recommandations restent comptées, sans vous nommer. C’est immédiat et définitif.`,
    confirmErase: 'Effacer vos données\u00a0?',
    keep: 'Non, revenir',
    erasedTitle: 'Vos données sont effacées',
    erasedText: (holder) =>
      `${holder} n’a plus rien qui permette de savoir qui vous êtes ni de vous joindre.`,
  },
  en: {
    heading: 'Your recommendations',
    title: (ambassador) =>
      ambassador === null ? 'Your recommendations' : `Your recommendations, ${ambassador}`,
    intro: (holder) => `What you sent to ${holder}, and how it goes. Thank you for your trust!`,
    none: 'You have not recommended anybody yet.',
    sentOn: (date) => `Sent on ${date}`,
    progress: {
      new: 'Received',
      contacted: 'Being looked after',
      appointment: 'Being looked after',
      converted: 'Successful',
      lost: 'Closed',
    },
    unnamed: 'Person you recommended',
    remind: 'No answer yet to the request for consent. You may send it again:',
    again: 'Recommend somebody',
    personal: 'Your personal link',
    personalText: 'By this link or QR code you recommend without saying who you are again.',
    qrAlt: 'QR code of your personal link',
    erase: 'Erase my data',
    eraseText: (holder) =>
      `${holder} will have neither your name nor your phone number nor your address any more. Your recommendations still count, without naming you. At once and for good.`,
    confirmErase: 'Erase your data?',
    keep: 'No, go back',
    erasedTitle: 'Your data is erased',
    erasedText: (holder) => `${holder} has nothing left that tells who you are or how to reach you.`,
  },
};
