/** The consent relay: a message that the ambassador sends to the prospect from their own device, in their own name. */
import { ofName } from '@num-ecard/contracts/french';
import type { Locale } from '@num-ecard/contracts/locale';
import { calledName } from './people.js';

export interface Relay {
  /** Of the prospect; null once erased. */
  readonly prospect: string | null;
  /** Of the ambassador; null where nobody is known. */
  readonly ambassador: string | null;
  /** The card's owner, with the company. */
  readonly holder: string;
  /** The prospect's own page. */
  readonly consentUrl: string;
}

/** What the message says. Of the two it carries no more than first names. */
export function relayMessage({ prospect, ambassador, holder, consentUrl }: Relay, locale: Locale): string {
  const to = prospect === null ? '' : ` ${calledName(prospect)}`;
  const from = ambassador === null ? '' : `\n${calledName(ambassador)}`;
  return locale === 'fr'
    ? `Bonjour${to}, j’ai transmis vos coordonnées à ${holder}. Pour accepter un appel, ou le refuser, c’est ici\u00a0: ${consentUrl}${from}`
    : `Hello${to}, I passed your contact details on to ${holder}. To agree to a call, or to decline it, go here: ${consentUrl}${from}`;
}

export interface RelayWays {
  readonly sms: string;
  readonly whatsapp: string;
  readonly email: string;
}

/**
 * Where the message goes out by. The number and the address, as typed, are for the device's own programs: no web address carries
 * them, so WhatsApp asks whom to send it to.
 */
export function relayWays(
  message: string,
  subject: string,
  { phone = '', email = '' }: { phone?: string | undefined; email?: string | undefined } = {},
): RelayWays {
  const body = encodeURIComponent(message);
  const number = phone.trim().replaceAll(/(?!^\+)\D/g, '');
  const address = encodeURIComponent(email.trim()).replace('%40', '@');
  return {
    // "?&" is read by iPhones, which want "&", and by Android, which wants "?".
    sms: `sms:${number}?&body=${body}`,
    whatsapp: `https://wa.me/?text=${body}`,
    email: `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${body}`,
  };
}

export interface RelayTexts {
  readonly sms: string;
  readonly whatsapp: string;
  readonly email: string;
  readonly share: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly subject: (holder: string) => string;
  readonly message: string;
}

export const RELAY_TEXTS: Readonly<Record<Locale, RelayTexts>> = {
  fr: {
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    share: 'Partager',
    copy: 'Copier',
    copied: 'Message copié',
    copyByHand: 'Sélectionnez le message pour le copier.',
    subject: (holder) => `Acceptez-vous un appel ${ofName(holder)}\u00a0?`,
    message: 'Message à envoyer',
  },
  en: {
    sms: 'Text',
    whatsapp: 'WhatsApp',
    email: 'Email',
    share: 'Share',
    copy: 'Copy',
    copied: 'Message copied',
    copyByHand: 'Select the message to copy it.',
    subject: (holder) => `Do you agree to a call from ${holder}?`,
    message: 'Message to send',
  },
};

export interface ThanksTexts {
  readonly thanks: (ambassador: string | null) => string;
  readonly arrived: (prospect: string, holder: string) => string;
  readonly reference: (reference: string) => string;
  readonly consent: (prospect: string) => string;
  readonly consentWhy: (prospect: string) => string;
  readonly another: string;
  readonly follow: string;
}

export const THANKS_TEXTS: Readonly<Record<Locale, ThanksTexts>> = {
  fr: {
    thanks: (ambassador) => (ambassador === null ? 'Merci\u00a0!' : `Merci ${ambassador}\u00a0!`),
    arrived: (prospect, holder) =>
      `Votre recommandation ${ofName(prospect)} est bien arrivée chez ${holder}.`,
    reference: (reference) => `Référence\u00a0: ${reference}`,
    consent: (prospect) => `Il manque l’accord ${ofName(prospect)}`,
    consentWhy: (prospect) =>
      `La loi demande son accord avant un appel commercial. Envoyez ce message\u00a0: ${prospect} répondra oui ou non, sans compte.`,
    another: 'Recommander quelqu’un d’autre',
    follow: 'Suivre ma recommandation',
  },
  en: {
    thanks: (ambassador) => (ambassador === null ? 'Thank you!' : `Thank you ${ambassador}!`),
    arrived: (prospect, holder) => `Your recommendation of ${prospect} has reached ${holder}.`,
    reference: (reference) => `Reference: ${reference}`,
    consent: (prospect) => `${prospect}’s consent is missing`,
    consentWhy: (prospect) =>
      `In France a sales call needs their consent first. Send this message: ${prospect} answers yes or no, without an account.`,
    another: 'Recommend somebody else',
    follow: 'Follow my recommendation',
  },
};
