/** The words of the form "Recommander un ami". */
import type { Locale } from '@num-ecard/contracts/locale';

export interface FormTexts {
  title: string;
  intro: (owner: string) => string;
  back: string;
  you: string;
  as: string;
  notMe: string;
  them: string;
  optional: string;
  yourName: string;
  yourPhone: string;
  yourEmail: string;
  oneIsEnough: string;
  name: string;
  phone: string;
  more: string;
  moreHint: string;
  email: string;
  company: string;
  relation: string;
  relationHint: string;
  message: string;
  declaration: (owner: string) => string;
  send: string;
  leaveEmpty: string;
  wrong: string;
  aboutShort: (holder: string, days: number) => string;
  aboutItems: (holder: string, days: number, contact: string | null) => readonly string[];
  readMore: string;
}

export const FORM_TEXTS: Readonly<Record<Locale, FormTexts>> = {
  fr: {
    title: 'Recommander un ami',
    intro: (owner) => `${owner} prendra contact avec la personne que vous recommandez.`,
    back: 'Retour à la carte',
    you: 'Vous',
    as: 'Vous recommandez en tant que',
    notMe: 'Ce n’est pas moi',
    them: 'La personne recommandée',
    optional: 'facultatif',
    yourName: 'Votre nom',
    yourPhone: 'Votre téléphone',
    yourEmail: 'ou votre e-mail',
    oneIsEnough: 'L’un des deux suffit.',
    name: 'Son nom',
    phone: 'Son téléphone',
    more: 'Ajouter un détail',
    moreHint: 'e-mail, société, message…',
    email: 'Son e-mail',
    company: 'Sa société',
    relation: 'Votre lien avec elle',
    relationHint: 'voisine, collègue…',
    message: 'Un mot sur son besoin',
    declaration: (owner) =>
      `Cette personne est d’accord pour que je transmette ses coordonnées à ${owner}, afin d’être rappelée.`,
    send: 'Envoyer',
    leaveEmpty: 'Ne remplissez pas ce champ',
    wrong: 'À corriger\u00a0:',
    aboutShort: (holder, days) =>
      `${holder} reçoit ces données pour rappeler cette personne et vous tenir au courant, rien d’autre. Sans son accord, les siennes sont effacées au bout de ${days}\u00a0jours\u00a0; sinon, trois ans au plus après le dernier contact. Vous et elle pouvez les voir, les corriger, les effacer et vous opposer à leur usage.`,
    aboutItems: (holder, days, contact) => [
      `${holder} est responsable de ces données. NUM-ECARD, qui fournit la carte, les traite pour son seul compte, en qualité de sous-traitant.`,
      'Elles servent à prendre contact avec la personne recommandée, si elle l’accepte, et à savoir à qui l’on doit la recommandation. Les vôtres reposent sur l’intérêt légitime du titulaire, l’appel sur l’accord de la personne.',
      `Sans accord de la personne ni échange avec elle, ses données sont effacées au bout de ${days}\u00a0jours\u00a0; sinon, au plus tard trois ans après le dernier contact.`,
      `Vous et elle pouvez demander à voir ces données, à les corriger ou à les effacer, et vous opposer à leur usage${contact === null ? ', auprès du titulaire' : `\u00a0: ${contact}`}. Elle le peut aussi sur sa page personnelle, sans compte. Réclamation possible auprès de la CNIL (cnil.fr).`,
    ],
    readMore: 'En savoir plus',
  },
  en: {
    title: 'Recommend a friend',
    intro: (owner) => `${owner} will get in touch with the person you recommend.`,
    back: 'Back to the card',
    you: 'You',
    as: 'You recommend as',
    notMe: 'That is not me',
    them: 'The person you recommend',
    optional: 'optional',
    yourName: 'Your name',
    yourPhone: 'Your phone number',
    yourEmail: 'or your email',
    oneIsEnough: 'One of the two is enough.',
    name: 'Their name',
    phone: 'Their phone number',
    more: 'Add a detail',
    moreHint: 'email, company, message…',
    email: 'Their email',
    company: 'Their company',
    relation: 'What they are to you',
    relationHint: 'neighbour, colleague…',
    message: 'A word on what they need',
    declaration: (owner) =>
      `This person agrees that I pass their contact details on to ${owner}, so as to be called back.`,
    send: 'Send',
    leaveEmpty: 'Leave this field empty',
    wrong: 'Please correct:',
    aboutShort: (holder, days) =>
      `${holder} gets this data to call this person back and to keep you informed, and for nothing else. Without their consent theirs is erased after ${days} days; otherwise three years after the last contact at most. You and they may see it, correct it, erase it and object to its use.`,
    aboutItems: (holder, days, contact) => [
      `${holder} is the controller of this data. NUM-ECARD, which provides the card, processes it as a processor, for that owner alone.`,
      'It serves to get in touch with the person recommended, if they agree, and to know whom the recommendation is owed to. Yours rests on the owner’s legitimate interest, the call on the person’s consent.',
      `Without consent of the person and without any exchange with them, their data is erased after ${days} days; otherwise three years after the last contact at the latest.`,
      `You and they may ask to see this data, to correct or erase it, and object to its use${contact === null ? ', with the card’s owner' : `: ${contact}`}. They can also do so on their own page, without an account. Complaints may be made to the CNIL (cnil.fr).`,
    ],
    readMore: 'Read more',
  },
};
