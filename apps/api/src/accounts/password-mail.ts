import type { Locale } from '@num-ecard/contracts/locale';
import type { MailMessage } from '../notifications/mail/mail-message.js';

const TEXTS = {
  fr: {
    reset: {
      subject: 'Choisissez un nouveau mot de passe',
      heading: 'Un nouveau mot de passe',
      paragraphs: [
        'Vous avez demandé à changer le mot de passe de votre espace NUM-ECARD. Le lien ci-dessous est valable une heure et ne sert qu’une fois.',
      ],
      label: 'Choisir un mot de passe',
      notes: ['Vous n’avez rien demandé ? Ignorez cet e-mail : votre mot de passe ne change pas.'],
    },
    invitation: {
      subject: 'Votre espace NUM-ECARD est prêt',
      heading: 'Bienvenue',
      paragraphs: [
        'Votre carte de visite numérique est en ligne. Choisissez un mot de passe pour voir, jour après jour, ce qu’elle vous rapporte : les visites, les clics sur votre téléphone et votre e-mail.',
        'Le lien est valable 14 jours.',
      ],
      label: 'Choisir mon mot de passe',
      notes: ['Le lien a expiré ? Utilisez « Mot de passe oublié » sur la page de connexion.'],
    },
    fallback: 'Le bouton ne fonctionne pas ? Copiez cette adresse dans votre navigateur :',
  },
  en: {
    reset: {
      subject: 'Choose a new password',
      heading: 'A new password',
      paragraphs: [
        'You asked to change the password of your NUM-ECARD account. The link below is valid for one hour and works once.',
      ],
      label: 'Choose a password',
      notes: ['You did not ask for this? Ignore this e-mail: your password does not change.'],
    },
    invitation: {
      subject: 'Your NUM-ECARD account is ready',
      heading: 'Welcome',
      paragraphs: [
        'Your digital business card is online. Choose a password to see, day after day, what it brings you: visits, clicks on your phone number and your e-mail.',
        'The link is valid for 14 days.',
      ],
      label: 'Choose my password',
      notes: ['Has the link expired? Use “Forgotten password” on the sign-in page.'],
    },
    fallback: 'The button does not work? Copy this address into your browser:',
  },
} as const;

/** The e-mail with the link by which a password is chosen: the first one, or a new one. */
export function passwordMail(
  kind: 'reset' | 'invitation',
  { to, locale, publicUrl, token }: { to: string; locale: Locale; publicUrl: string; token: string },
): MailMessage {
  const { fallback, [kind]: words } = TEXTS[locale];
  return {
    to,
    locale,
    subject: words.subject,
    heading: words.heading,
    paragraphs: [...words.paragraphs],
    action: {
      label: words.label,
      url: `${publicUrl}/choose-password?token=${encodeURIComponent(token)}`,
      fallback,
    },
    notes: [...words.notes],
  };
}
