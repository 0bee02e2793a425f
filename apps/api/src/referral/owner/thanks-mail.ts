import type { Locale } from '@num-ecard/contracts/locale';
import { thanksText } from '@num-ecard/contracts/referral-thanks';
import type { MailMessage } from '../../notifications/mail/mail-message.js';

const FALLBACK: Readonly<Record<Locale, string>> = {
  fr: 'Le bouton ne fonctionne pas ? Copiez cette adresse dans votre navigateur :',
  en: 'The button does not work? Copy this address into your browser:',
};

/** A word of thanks to an ambassador, in the owner's own words or in ours, with the link to the ambassador's page. */
export function thanksMail({
  id,
  accountId,
  to,
  locale,
  owner,
  ownerEmail,
  words,
  url,
}: {
  /** The ambassador's. */
  id: string;
  accountId: string;
  to: string;
  locale: Locale;
  owner: string;
  ownerEmail: string;
  words: string | null;
  url: string;
}): MailMessage {
  const { subject, heading, paragraphs, label, notes } = thanksText(locale, owner, words);
  return {
    to,
    // Whoever is thanked answers the one who thanks.
    replyTo: ownerEmail,
    about: id,
    needs: { accountId, feature: 'referral' },
    locale,
    subject,
    heading,
    paragraphs,
    action: { label, url, fallback: FALLBACK[locale] },
    notes,
  };
}
