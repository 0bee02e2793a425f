/** What people call the words of usage tracking: in columns of figures, files and e-mails. */
import type { Locale } from './locale.js';
import type { Device, DropReason, KNOWN_TARGETS, Source } from './usage-vocabulary.js';

type Names<Word extends string> = Readonly<Record<Locale, Readonly<Record<Word, string>>>>;

const SOURCE_NAMES: Names<Source> = {
  fr: {
    qr: 'QR code',
    nfc: 'Puce NFC',
    link: 'Lien partagé',
    signature: 'Signature e-mail',
    wallet: 'Carte Wallet',
    social: 'Réseaux et messageries',
    search: 'Moteurs de recherche',
    site: 'Autres sites',
    direct: 'Accès direct',
  },
  en: {
    qr: 'QR code',
    nfc: 'NFC chip',
    link: 'Shared link',
    signature: 'E-mail signature',
    wallet: 'Wallet pass',
    social: 'Social and messaging',
    search: 'Search engines',
    site: 'Other sites',
    direct: 'Direct',
  },
};

const TARGET_NAMES: Names<(typeof KNOWN_TARGETS)[number]> = {
  fr: {
    phone: 'Téléphone',
    sms: 'SMS',
    email: 'E-mail',
    whatsapp: 'WhatsApp',
    linkedin: 'LinkedIn',
    instagram: 'Instagram',
    facebook: 'Facebook',
    x: 'X',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    website: 'Site web',
    address: 'Adresse',
    vcard: 'Enregistrer le contact',
    share: 'Partager',
    referral: 'Recommander un ami',
    calendar: 'Prendre rendez-vous',
  },
  en: {
    phone: 'Phone',
    sms: 'SMS',
    email: 'E-mail',
    whatsapp: 'WhatsApp',
    linkedin: 'LinkedIn',
    instagram: 'Instagram',
    facebook: 'Facebook',
    x: 'X',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    website: 'Website',
    address: 'Address',
    vcard: 'Save contact',
    share: 'Share',
    referral: 'Recommend a friend',
    calendar: 'Book an appointment',
  },
};

const DEVICE_NAMES: Names<Device> = {
  fr: { phone: 'Téléphone', tablet: 'Tablette', desktop: 'Ordinateur', other: 'Autres' },
  en: { phone: 'Phone', tablet: 'Tablet', desktop: 'Computer', other: 'Others' },
};

const DROP_REASON_NAMES: Names<DropReason> = {
  fr: {
    bot: 'Robots',
    preview: 'Aperçus de liens',
    prefetch: 'Pages préchargées',
    owner: 'Mes propres visites',
    opted_out: 'Refus de mesure',
  },
  en: {
    bot: 'Robots',
    preview: 'Link previews',
    prefetch: 'Pages loaded ahead',
    owner: 'My own visits',
    opted_out: 'Asked not to be counted',
  },
};

export function deviceName(device: Device, locale: Locale): string {
  return DEVICE_NAMES[locale][device];
}

/** Of a browser or an operating system: `other` is none in particular, the rest are names. */
export function familyName(family: string, locale: Locale): string {
  return family === 'other' ? DEVICE_NAMES[locale].other : family;
}

export function dropReasonName(reason: DropReason, locale: Locale): string {
  return DROP_REASON_NAMES[locale][reason];
}

export function sourceName(source: Source, locale: Locale): string {
  return SOURCE_NAMES[locale][source];
}

/** A target that the product's cards do not use is called by its own slug. */
export function targetName(target: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = TARGET_NAMES[locale];
  return Object.hasOwn(names, target) ? (names[target] ?? target) : target;
}
