/** What the visitors of `traffic.ts` come with, and what each of it has to be told as. */
import type { CityRecord } from './mmdb.js';
import type { Origin } from './traffic.js';

interface Network {
  /** The first three parts of an IPv4 network, or an IPv6 prefix. */
  readonly network: string;
  /** Null: the database does not know it. */
  readonly record: CityRecord | null;
}

const ARA = { code: 'ARA', fr: 'Auvergne-Rhône-Alpes', en: 'Auvergne-Rhône-Alpes' };

export const NETWORKS: readonly Network[] = [
  { network: '192.0.2', record: { country: 'FR', region: ARA, city: { fr: 'Lyon', en: 'Lyon' } } },
  {
    network: '198.51.100',
    record: {
      country: 'FR',
      region: { code: 'IDF', fr: 'Île-de-France' },
      city: { fr: 'Paris', en: 'Paris' },
    },
  },
  { network: '203.0.113', record: { country: 'FR', region: ARA, city: { en: 'Villeurbanne' } } },
  { network: '198.18.1', record: { country: 'RE', city: { fr: 'Saint-Denis', en: 'Saint-Denis' } } },
  // In another country of the same name.
  {
    network: '198.18.2',
    record: { country: 'FR', region: { code: 'IDF', fr: 'Île-de-France' }, city: { en: 'Saint-Denis' } },
  },
  { network: '198.18.3', record: { country: 'FR' } },
  {
    network: '198.18.4',
    record: {
      country: 'GB',
      region: { code: 'ENG', fr: 'Angleterre', en: 'England' },
      city: { fr: 'Londres', en: 'London' },
    },
  },
  {
    network: '198.18.5',
    record: { country: 'CH', region: { code: 'BE', fr: 'Canton de Berne' }, city: { en: 'Biel/Bienne' } },
  },
  { network: '198.18.6', record: { country: 'CA', region: { code: 'QC', fr: 'Québec', en: 'Quebec' } } },
  {
    network: '198.18.7',
    record: {
      country: 'IN',
      region: { code: 'MH', en: 'Maharashtra' },
      city: { fr: 'Bombay', en: 'Mumbai' },
    },
  },
  { network: '198.18.8', record: null },
  { network: '2001:db8:7', record: null },
];

interface Browser {
  readonly userAgent: string;
  readonly device: string;
  readonly browser: string;
  readonly system: string;
  /** The site that an app with a browser of its own stands for. */
  readonly app: string | null;
}

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT}`;

export const APPS_AND_BROWSERS: readonly Browser[] = [
  {
    userAgent: `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
    device: 'phone',
    browser: 'Safari',
    system: 'iOS',
    app: null,
  },
  {
    userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/138.0.0.0 Mobile Safari/537.36`,
    device: 'phone',
    browser: 'Chrome',
    system: 'Android',
    app: null,
  },
  {
    userAgent: `Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) ${WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`,
    device: 'tablet',
    browser: 'Safari',
    system: 'iOS',
    app: null,
  },
  {
    userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`,
    device: 'desktop',
    browser: 'Edge',
    system: 'Windows',
    app: null,
  },
  {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0',
    device: 'desktop',
    browser: 'Firefox',
    system: 'Linux',
    app: null,
  },
  {
    userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/17.6 Safari/605.1.15`,
    device: 'desktop',
    browser: 'Safari',
    system: 'macOS',
    app: null,
  },
  {
    userAgent: `${IPHONE} Mobile/22F76 [LinkedInApp]/9.31.1`,
    device: 'phone',
    browser: 'LinkedIn',
    system: 'iOS',
    app: 'linkedin.com',
  },
  {
    userAgent: `${IPHONE} Mobile/22F76 Instagram 390.0.0.33.88 (iPhone15,2; iOS 18_5; fr_FR; fr; scale=3.00; 1179x2556)`,
    device: 'phone',
    browser: 'Instagram',
    system: 'iOS',
    app: 'instagram.com',
  },
];

/** How a card is opened: the address's end, the referrer, and what that has to be told as. */
export const ENTRIES: readonly {
  readonly query: string;
  readonly referrer: string;
  readonly origin: Origin;
}[] = [
  ['?s=qr', '', 'qr', null, null],
  ['?s=qr', '', 'qr', null, null],
  ['?s=qr&utm_source=salon&utm_campaign=rdv', '', 'qr', null, null],
  ['?s=nfc', '', 'nfc', null, null],
  ['?s=link', '', 'link', null, null],
  ['?s=signature', 'https://www.google.com/', 'signature', null, null],
  ['?s=wallet', '', 'wallet', null, null],
  ['?s=qr&k=salon-lyon', '', 'qr', 'salon-lyon', null],
  ['?s=link&k=salon-lyon', '', 'link', 'salon-lyon', null],
  ['?k=Flyer_2', 'https://www.linkedin.com/feed/', 'link', 'Flyer_2', null],
  ['?k=nobody-made-it', '', 'link', 'nobody-made-it', null],
  ['', '', 'direct', null, null],
  ['', '', 'direct', null, null],
  ['?s=banana', '', 'direct', null, null],
  ['', 'https://www.linkedin.com/in/somebody', 'social', null, 'linkedin.com'],
  ['', 'android-app://com.linkedin.android', 'social', null, 'linkedin.com'],
  ['', 'https://l.instagram.com/?u=x', 'social', null, 'instagram.com'],
  ['', 'https://www.google.com/', 'search', null, 'google.com'],
  ['', 'https://duckduckgo.com/?q=x', 'search', null, 'duckduckgo.com'],
  ['', 'https://www.salon-habitat.example/exposants?id=7', 'site', null, 'salon-habitat.example'],
  ['?s=', 'https://annuaire.example/', 'site', null, 'annuaire.example'],
].map(([query, referrer, source, linkCode, referrerHost]) => ({
  query: query as string,
  referrer: referrer as string,
  origin: {
    source: source as string,
    linkCode: linkCode as string | null,
    referrerHost: referrerHost as string | null,
  },
}));

/** The first ones are pressed most. */
export const TARGETS = [
  'phone',
  'email',
  'vcard',
  'whatsapp',
  'website',
  'linkedin',
  'sms',
  'address',
  'share',
  'brochure-2028',
  'constructor',
] as const;

export const BOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} HeadlessChrome/138.0.0.0 Safari/537.36`,
  'curl/8.5.0',
] as const;

export const PREVIEWS = [
  'WhatsApp/2.23.20.0',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
] as const;
