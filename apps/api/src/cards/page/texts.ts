/** The words of the public pages, one dictionary a language. */
import type { Locale } from '@num-ecard/contracts/locale';
import { english } from './texts-en.js';
import { french } from './texts-fr.js';

export interface PageTexts {
  /** The card itself. */
  call: string;
  sms: string;
  whatsapp: string;
  email: string;
  phoneKinds: { mobile: string; work: string; fax: string };
  website: string;
  address: string;
  calendar: string;
  bookAppointment: string;
  contactDetails: string;
  socials: string;
  saveContact: string;
  share: string;
  sharedBy: (name: string) => string;
  linkCopied: string;
  copyThisLink: string;
  showQr: string;
  demoCard: string;
  measurement: string;
  notMeasured: string;
  photoOf: (name: string) => string;
  cardOf: (name: string) => string;
  /** The QR page. */
  qrTitle: (name: string) => string;
  qrHint: string;
  qrAlt: string;
  downloadSvg: string;
  downloadPng: string;
  backToCard: string;
  /** Audience measurement. */
  privacy: {
    intro: string;
    who: string;
    whoText: (owner: string) => string;
    what: string;
    whatItems: readonly string[];
    never: string;
    neverItems: readonly string[];
    why: string;
    whyText: string;
    howLong: string;
    howLongText: string;
    rights: string;
    rightsText: (contact: string | null) => string;
    choice: string;
    measuredNow: string;
    optedOutNow: string;
    signalNow: string;
    optOut: string;
    optIn: string;
    choiceKept: string;
    doneOut: string;
    doneIn: string;
  };
  /** Unknown card. */
  notFoundTitle: string;
  notFoundText: string;
  notFoundHint: string;
}

const DICTIONARIES: Readonly<Record<Locale, PageTexts>> = { fr: french, en: english };

export function pageTexts(locale: Locale): PageTexts {
  return DICTIONARIES[locale];
}
