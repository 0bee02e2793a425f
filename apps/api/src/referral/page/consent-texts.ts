/** The words of the prospect's page that are no part of what they agree to. */
import type { Locale } from '@num-ecard/contracts/locale';

export interface ConsentTexts {
  saidYes: (holder: string) => string;
  saidNo: (holder: string) => string;
  takeBack: string;
  takeBackText: (holder: string) => string;
  changeMind: string;
  moreRights: string;
  erase: string;
  eraseText: (holder: string) => string;
  object: string;
  objectText: (holder: string) => string;
  confirmErase: string;
  confirmObject: string;
  keep: string;
  erasedTitle: string;
  erasedText: (holder: string) => string;
  objectedTitle: string;
  objectedText: (holder: string) => string;
  answered: (date: string) => string;
  unknownTitle: string;
  unknownText: string;
  unknownHint: string;
}

export const CONSENT_TEXTS: Readonly<Record<Locale, ConsentTexts>> = {
  fr: {
    saidYes: (holder) => `Vous avez accepté que ${holder} vous rappelle. Merci\u00a0!`,
    saidNo: (holder) => `C’est noté\u00a0: ${holder} ne doit pas vous appeler.`,
    takeBack: 'Retirer mon accord',
    takeBackText: (holder) =>
      `Vous avez changé d’avis\u00a0? Une fois votre accord retiré, ${holder} ne pourra plus vous appeler.`,
    changeMind: 'Vous avez changé d’avis\u00a0?',
    moreRights: 'Effacement et opposition',
    erase: 'Effacer mes données',
    eraseText: (holder) =>
      `${holder} n’aura plus ni votre nom, ni votre téléphone, ni votre adresse. C’est immédiat et définitif.`,
    object: 'Je m’oppose à toute nouvelle recommandation',
    objectText: (holder) =>
      `Vos données sont effacées, et toute nouvelle recommandation de vous à ${holder} est écartée. Seule en reste une empreinte chiffrée, qui ne permet pas de vous joindre.`,
    confirmErase: 'Effacer vos données\u00a0?',
    confirmObject: 'Vous opposer à toute nouvelle recommandation\u00a0?',
    keep: 'Non, revenir',
    erasedTitle: 'Vos données sont effacées',
    erasedText: (holder) =>
      `${holder} n’a plus rien qui permette de savoir qui vous êtes ni de vous joindre.`,
    objectedTitle: 'Votre opposition est enregistrée',
    objectedText: (holder) =>
      `Vos données sont effacées, et toute nouvelle recommandation de vous à ${holder} sera écartée.`,
    answered: (date) => `Votre réponse du ${date}.`,
    unknownTitle: 'Lien inconnu',
    unknownText: 'Ce lien ne mène plus à rien.',
    unknownHint: 'Il a peut-être été coupé en route\u00a0: ouvrez-le de nouveau depuis le message reçu.',
  },
  en: {
    saidYes: (holder) => `You agreed that ${holder} calls you back. Thank you!`,
    saidNo: (holder) => `Noted: ${holder} must not call you.`,
    takeBack: 'Withdraw my consent',
    takeBackText: (holder) =>
      `Have you changed your mind? Once you withdraw your consent, ${holder} may no longer call you.`,
    changeMind: 'Have you changed your mind?',
    moreRights: 'Erasure and objection',
    erase: 'Erase my data',
    eraseText: (holder) =>
      `${holder} will have neither your name nor your phone number nor your address any more. At once and for good.`,
    object: 'I object to any new recommendation',
    objectText: (holder) =>
      `Your data is erased, and any new recommendation of you to ${holder} is set aside. All that remains is a keyed fingerprint, by which you cannot be reached.`,
    confirmErase: 'Erase your data?',
    confirmObject: 'Object to any new recommendation?',
    keep: 'No, go back',
    erasedTitle: 'Your data is erased',
    erasedText: (holder) => `${holder} has nothing left that tells who you are or how to reach you.`,
    objectedTitle: 'Your objection is recorded',
    objectedText: (holder) =>
      `Your data is erased, and any new recommendation of you to ${holder} will be set aside.`,
    answered: (date) => `Your answer of ${date}.`,
    unknownTitle: 'Unknown link',
    unknownText: 'This link leads nowhere any more.',
    unknownHint: 'It may have been cut on its way: open it again from the message you received.',
  },
};
