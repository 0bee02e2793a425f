/** What people call the words of referral tracking: on screens, in files and e-mails. */
import type { Locale } from './locale.js';
import type { Consent, LostReason, Status } from './referral-vocabulary.js';

type Names<Word extends string> = Readonly<Record<Locale, Readonly<Record<Word, string>>>>;

const STATUS_NAMES: Names<Status> = {
  fr: {
    new: 'Nouveau',
    contacted: 'Contacté',
    appointment: 'RDV pris',
    converted: 'Converti',
    lost: 'Perdu',
  },
  en: {
    new: 'New',
    contacted: 'Contacted',
    appointment: 'Appointment made',
    converted: 'Converted',
    lost: 'Lost',
  },
};

const LOST_REASON_NAMES: Names<LostReason> = {
  fr: {
    refused: 'Refus',
    price: 'Prix',
    competitor: 'Concurrent choisi',
    no_need: 'Pas de besoin',
    unreachable: 'Injoignable',
    wrong_number: 'Mauvais numéro',
    no_consent: 'Pas d’accord pour être appelé',
    other: 'Autre raison',
  },
  en: {
    refused: 'Refused',
    price: 'Price',
    competitor: 'Chose a competitor',
    no_need: 'No need',
    unreachable: 'Unreachable',
    wrong_number: 'Wrong number',
    no_consent: 'No consent to be called',
    other: 'Other reason',
  },
};

const CONSENT_NAMES: Names<Consent> = {
  fr: {
    none: 'Accord non recueilli',
    declared: 'Accord non recueilli, déclaré par l’ambassadeur',
    given: 'Accord donné',
    refused: 'Accord refusé',
    revoked: 'Accord retiré',
  },
  en: {
    none: 'Consent not obtained',
    declared: 'Consent not obtained, declared by the ambassador',
    given: 'Consent given',
    refused: 'Consent refused',
    revoked: 'Consent withdrawn',
  },
};

export function statusName(status: Status, locale: Locale): string {
  return STATUS_NAMES[locale][status];
}

export function lostReasonName(reason: LostReason, locale: Locale): string {
  return LOST_REASON_NAMES[locale][reason];
}

export function consentName(consent: Consent, locale: Locale): string {
  return CONSENT_NAMES[locale][consent];
}
