import type { Locale } from '@num-ecard/contracts/locale';
import type { MailMessage } from '../notifications/mail/mail-message.js';

const TEXTS = {
  fr: {
    subject: 'Merci pour votre recommandation',
    heading: 'Merci !',
    unsaid: (owner: string) => [
      'Vous avez parlé de moi autour de vous, et cela compte beaucoup : merci de votre confiance.',
      owner,
    ],
    label: 'Voir mes recommandations',
    fallback: 'Le bouton ne fonctionne pas ? Copiez cette adresse dans votre navigateur :',
    notes: (owner: string) => [
      'Ce lien vous est personnel : il montre où en sont les personnes que vous avez recommandées.',
      `Vous recevez cet e-mail de la part de ${owner}, par NUM-ECARD, parce que vous lui avez laissé votre adresse en recommandant quelqu’un.`,
    ],
  },
  en: {
    subject: 'Thank you for your recommendation',
    heading: 'Thank you!',
    unsaid: (owner: string) => [
      'You spoke about me to people you know, and that means a lot: thank you for your trust.',
      owner,
    ],
    label: 'See my recommendations',
    fallback: 'The button does not work? Copy this address into your browser:',
    notes: (owner: string) => [
      'This link is yours alone: it shows how it goes with the people you recommended.',
      `You receive this e-mail from ${owner}, by NUM-ECARD, because you left them your address when you recommended somebody.`,
    ],
  },
} as const;

/** A word of thanks to an ambassador, in the owner's own words or in ours, with the link to the ambassador's page. */
export function thanksMail({
  to,
  locale,
  owner,
  words,
  url,
}: {
  to: string;
  locale: Locale;
  owner: string;
  words: string | null;
  url: string;
}): MailMessage {
  const { subject, heading, unsaid, label, fallback, notes } = TEXTS[locale];
  return {
    to,
    locale,
    subject,
    heading,
    paragraphs: words === null ? unsaid(owner) : [...words.split(/\n+/), owner],
    action: { label, url, fallback },
    notes: notes(owner),
  };
}
