import { ofName } from '@num-ecard/contracts/french';
import type { PageTexts } from './texts.js';

// Typographic apostrophes; no-break spaces before : ? ! and inside « ».
export const french: PageTexts = {
  call: 'Appeler',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
  phoneKinds: { mobile: 'Mobile', work: 'Bureau', fax: 'Fax' },
  website: 'Site web',
  address: 'Adresse',
  calendar: 'Rendez-vous',
  bookAppointment: 'Prendre rendez-vous',
  contactDetails: 'Coordonnées',
  socials: 'Réseaux',
  saveContact: 'Enregistrer le contact',
  share: 'Partager',
  sharedBy: (name) => `La carte de visite ${ofName(name)}`,
  linkCopied: 'Lien copié',
  copyThisLink: 'Copiez ce lien\u00a0:',
  showQr: 'Afficher le QR code',
  demoCard: 'Carte de démonstration',
  measurement: 'Mesure d’audience',
  notMeasured: 'Vos visites ne sont pas mesurées',
  photoOf: (name) => `Photo ${ofName(name)}`,
  cardOf: (name) => `Carte de visite ${ofName(name)}`,
  qrTitle: (name) => `QR code ${ofName(name)}`,
  qrHint: 'Pointez l’appareil photo d’un téléphone vers ce code pour ouvrir la carte.',
  qrAlt: 'QR code qui ouvre la carte',
  downloadSvg: 'Télécharger en SVG',
  downloadPng: 'Télécharger en PNG',
  backToCard: 'Retour à la carte',
  privacy: {
    intro:
      'Cette carte compte ses visites pour que son titulaire sache si elle est utile. Rien n’y permet de ' +
      'savoir qui vous êtes.',
    who: 'Qui est responsable',
    whoText: (owner) =>
      `${owner}, titulaire de la carte, est responsable de cette mesure. NUM-ECARD, qui fournit la carte, ` +
      'la réalise pour son seul compte, en qualité de sous-traitant.',
    what: 'Ce qui est mesuré',
    whatItems: [
      'la date et l’heure de la visite, et le temps pendant lequel la carte est affichée',
      'les boutons utilisés (téléphone, e-mail, réseaux…)',
      'la provenance de la visite\u00a0: QR code, lien, nom du site d’origine',
      'le pays, la région et, au plus précis, la ville, déduits de l’adresse IP',
      'le type d’appareil, le navigateur et le système',
    ],
    never: 'Ce qui ne l’est jamais',
    neverItems: [
      'aucun cookie ni autre traceur n’est déposé sur votre appareil pour la mesure',
      'votre adresse IP n’est ni enregistrée ni journalisée',
      'vous n’êtes reconnu ni d’une visite à l’autre, ni d’une carte à l’autre',
      'aucune publicité, aucun recoupement, aucune transmission à d’autres que le titulaire',
    ],
    why: 'Pourquoi',
    whyText:
      'Mesurer l’audience de la carte, et rien d’autre. Cette mesure repose sur l’intérêt légitime du ' +
      'titulaire et remplit les conditions qui la dispensent de consentement. Les signaux «\u00a0Do Not ' +
      'Track\u00a0» et «\u00a0Global Privacy Control\u00a0» de votre navigateur sont respectés.',
    howLong: 'Combien de temps',
    howLongText: 'Au plus 25\u00a0mois, puis les données sont supprimées automatiquement.',
    rights: 'Vos droits',
    rightsText: (contact) =>
      'Vous pouvez vous opposer à la mesure à tout moment, ci-dessus. Pour toute question ou pour exercer ' +
      'vos droits d’accès, d’effacement et de limitation, adressez-vous au titulaire de la carte' +
      (contact ? ` (${contact})` : '') +
      '. Vous pouvez aussi adresser une réclamation à la CNIL (cnil.fr).',
    choice: 'Votre choix',
    measuredNow: 'Vos visites sur cette carte sont mesurées.',
    optedOutNow: 'Vos visites ne sont pas mesurées.',
    signalNow: 'Votre navigateur demande de ne pas être mesuré\u00a0: vos visites ne le sont pas.',
    optOut: 'Ne pas mesurer mes visites',
    optIn: 'Mesurer de nouveau',
    choiceKept:
      'Votre refus est conservé sur cet appareil par un cookie qui ne sert qu’à cela et ne vous identifie pas.',
    doneOut: 'C’est noté\u00a0: vos visites ne sont plus mesurées.',
    doneIn: 'C’est noté\u00a0: vos visites sont de nouveau mesurées.',
  },
  notFoundTitle: 'Carte introuvable',
  notFoundText: 'Aucune carte ne répond à cette adresse.',
  notFoundHint:
    'Vérifiez l’adresse ou scannez de nouveau le QR code. Si le problème persiste, demandez son lien à la ' +
    'personne qui vous a remis sa carte.',
};
