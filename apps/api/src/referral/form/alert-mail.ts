import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import { mailHref } from '../../cards/page/href.js';
import { displayNumber } from '../../cards/page/phone-number.js';
import type { MailMessage } from '../../notifications/mail/mail-message.js';
import type { ReferralAccount } from '../query/referral-account.query.js';
import { contactState } from '../rules/contact-state.js';
import type { Recommendation } from '../store/recommendation.entity.js';
import { firstName } from './first-name.js';

const TEXTS = {
  fr: {
    somebody: 'Un client',
    demo: 'Démonstration : ces personnes sont inventées.',
    announces: (who: string) => `${who} vient de vous recommander un prospect`,
    agrees: 'Un prospect accepte d’être rappelé',
    withdraws: 'Un prospect ne veut plus être rappelé',
    prospect: 'Prospect',
    phone: 'Téléphone',
    email: 'E-mail',
    company: 'Société',
    consent: 'Accord',
    by: 'Recommandé par',
    relation: 'Lien entre eux',
    message: 'Message',
    call: 'Appeler',
    write: 'Écrire',
    open: 'Ouvrir',
    fallback: 'Le bouton ne fonctionne pas ? Copiez cette adresse dans votre navigateur :',
    shown:
      'Accord non recueilli auprès du prospect lui-même : un particulier ne peut être démarché par téléphone sans son accord préalable (Code de la consommation, L.223-1). Sa page personnelle le recueille ; elle est sur la fiche.',
    given:
      'Le prospect a donné lui-même son accord, sur sa page personnelle. La preuve datée est sur la fiche.',
    refused:
      'Le prospect a retiré son accord : ses coordonnées ne vous sont plus montrées, et vous ne devez plus l’appeler.',
    masked:
      'Vous avez choisi de ne voir les coordonnées qu’une fois l’accord du prospect recueilli : elles apparaîtront sur la fiche dès qu’il aura répondu.',
    note: 'Vous recevez cet e-mail parce que votre carte a un formulaire « Recommander un ami ». Vous pouvez couper ces alertes dans les réglages de votre espace.',
  },
  en: {
    somebody: 'A client',
    demo: 'Demonstration: these people are made up.',
    announces: (who: string) => `${who} has just recommended a prospect to you`,
    agrees: 'A prospect agrees to being called',
    withdraws: 'A prospect no longer wants to be called',
    prospect: 'Prospect',
    phone: 'Phone',
    email: 'E-mail',
    company: 'Company',
    consent: 'Consent',
    by: 'Recommended by',
    relation: 'Their relation',
    message: 'Message',
    call: 'Call',
    write: 'Write',
    open: 'Open',
    fallback: 'The button does not work? Copy this address into your browser:',
    shown:
      'The prospect themselves has not agreed yet: in France a consumer may not be called for sales without prior consent (Code de la consommation, L.223-1). Their own page asks for it; you find it on the record.',
    given: 'The prospect has agreed themselves, on their own page. The dated proof is on the record.',
    refused:
      'The prospect has taken their consent back: how to reach them is no longer shown, and you must not call them any more.',
    masked:
      'You chose to see how to reach prospects only after they agree: it will be on the record as soon as they have answered.',
    note: 'You get this e-mail because your card has a form “Recommend a friend”. You can switch these alerts off in your settings.',
  },
} as const;

/** The owner's e-mail about a new recommendation: who came, by whom, and whether they may be called. */
export function alertMail(
  account: ReferralAccount,
  record: Recommendation,
  options: { publicUrl: string; deliveryId: string },
): MailMessage {
  const texts = TEXTS[account.locale];
  const who = firstName(record.ambassadorName ?? '') ?? texts.somebody;
  return {
    ...aboutProspect(account, record, texts.announces(who), options.publicUrl),
    delivery: { accountId: account.id, id: options.deliveryId },
  };
}

/** The owner's e-mail about a prospect who has said yes, or has taken it back. */
export function consentMail(
  account: ReferralAccount,
  record: Recommendation,
  publicUrl: string,
): MailMessage {
  const { agrees, withdraws } = TEXTS[account.locale];
  return aboutProspect(account, record, record.consent === 'given' ? agrees : withdraws, publicUrl);
}

function aboutProspect(
  account: ReferralAccount,
  record: Recommendation,
  headline: string,
  publicUrl: string,
): MailMessage {
  const { locale } = account;
  const texts = TEXTS[locale];
  const { prospectName, prospectPhone, prospectEmail, ambassadorName, relation, consent } = record;
  const state = contactState(consent, account.numberBeforeConsent);
  const phone = state === 'shown' ? prospectPhone : null;
  const email = state === 'shown' ? prospectEmail : null;
  const advice = state === 'shown' ? (consent === 'given' ? texts.given : texts.shown) : texts[state];
  const facts: [label: string, value: string | null][] = [
    [texts.prospect, prospectName],
    [texts.phone, phone && displayNumber(phone)],
    [texts.email, email],
    [texts.company, record.prospectCompany],
    [texts.consent, consentName(consent, locale)],
    [texts.by, ambassadorName],
    [texts.relation, relation],
    [texts.message, record.message],
  ];
  const open = {
    label: texts.open,
    url: `${publicUrl}/referrals/prospects/${record.id}`,
    fallback: texts.fallback,
  };
  const reach = phone
    ? { label: texts.call, url: `tel:${phone}` }
    : email
      ? { label: texts.write, url: mailHref(email) }
      : undefined;
  return {
    to: account.email,
    about: record.id,
    needs: { accountId: account.id, feature: 'referral' },
    locale,
    subject: headline,
    heading: headline,
    paragraphs: [],
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    action: reach ?? open,
    ...(reach ? { otherAction: open } : {}),
    notes: [...(account.demo ? [texts.demo] : []), advice, texts.note],
  };
}
