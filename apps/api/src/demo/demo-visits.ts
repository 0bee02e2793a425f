/** Made-up visits, the same for the same card and day on every run. */
import { createHash } from 'node:crypto';
import type { TrackEvent, TrackRequest } from '@num-ecard/contracts/track';
import { type Place, UNKNOWN_PLACE } from '../geo/place.js';
import { chances } from './chances.js';

export interface DemoVisit {
  /** When the visit ended and its beacon arrived; ages count back from here. */
  readonly at: Date;
  readonly request: TrackRequest;
  readonly place: Place;
  /** Nobody's: it only tells one made-up visitor from another. */
  readonly address: string;
  readonly userAgent: string;
}

const HOUR_MS = 3_600_000;

// Visits by hour of the UTC day, as a card handed out at work and looked at again in the evening has them.
const HOURS = [0, 0, 0, 0, 1, 2, 4, 7, 9, 8, 8, 6, 7, 8, 7, 7, 8, 9, 7, 5, 3, 2, 1, 0] as const;
// Sunday first.
const WEEKDAYS = [0.35, 1.1, 1.2, 1.25, 1.3, 1.1, 0.6] as const;

/** Named links of every demo card whose model has them: their codes and labels. */
export const DEMO_LINKS = [
  ['salonly', 'Salon de Lyon'],
  ['vitrine', 'Vitrine du magasin'],
] as const;

const ENTRIES = [
  ['?s=link&k=salonly', ''],
  ['?s=link&k=vitrine', ''],
  ['?s=qr', ''],
  ['?s=qr', ''],
  ['?s=qr', ''],
  ['?s=qr', ''],
  ['?s=nfc', ''],
  ['?s=nfc', ''],
  ['?s=link', ''],
  ['?s=signature', ''],
  ['', 'https://www.linkedin.com/'],
  ['', 'https://www.google.com/'],
  ['', ''],
] as const;

const PHONES = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
] as const;
const USER_AGENTS = [
  ...PHONES,
  ...PHONES,
  ...PHONES,
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
] as const;
/** Of what looks at a card without being a visit: they are filtered out, and shown as such. */
const ROBOTS = [
  'WhatsApp/2.26.1 A',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
] as const;
const ROBOT_SHARE = 0.06;

const PLACES: readonly Place[] = [
  ['FR', 'FR-ARA', 'Lyon'],
  ['FR', 'FR-ARA', 'Lyon'],
  ['FR', 'FR-ARA', 'Villeurbanne'],
  ['FR', 'FR-ARA', 'Grenoble'],
  ['FR', 'FR-IDF', 'Paris'],
  ['FR', 'FR-IDF', 'Paris'],
  ['FR', 'FR-PAC', 'Marseille'],
  ['FR', 'FR-PDL', 'Nantes'],
  ['FR', 'FR-OCC', 'Toulouse'],
  ['RE', null, 'Saint-Denis'],
  ['BE', 'BE-BRU', 'Bruxelles'],
  ['CH', 'CH-GE', 'Genève'],
  ['FR', null, null],
].map(([country = null, region = null, city = null]) => ({ country, region, city }));

const CLICKS = [
  ['phone', 0.3],
  ['vcard', 0.16],
  ['email', 0.12],
  ['website', 0.1],
  ['whatsapp', 0.07],
  ['linkedin', 0.06],
  ['address', 0.04],
  ['sms', 0.03],
  ['share', 0.03],
] as const;

/** The visits of a card on a UTC day, `YYYY-MM-DD`, of which there are about `average` on an average day. */
export function visitsOfDay(slug: string, day: string, average: number): DemoVisit[] {
  const midnight = new Date(`${day}T00:00:00Z`);
  const chance = chances(`${slug} ${day}`);
  const expected = average * (WEEKDAYS[midnight.getUTCDay()] ?? 1) * (0.6 + 0.8 * chance());
  return Array.from({ length: Math.round(expected) }, (_, index) =>
    visit(slug, `${slug} ${day} ${index}`, midnight),
  );
}

function visit(slug: string, seed: string, midnight: Date): DemoVisit {
  const chance = chances(seed);
  const start = midnight.getTime() + (hourOf(chance()) + chance()) * HOUR_MS;
  // Most look for some seconds, a few for minutes.
  const engagedMs = Math.round(2_000 + Math.min(9_000 * (-Math.log(1 - chance())) ** 1.6, 300_000));
  const [query, referrer] = ENTRIES[Math.floor(chance() * ENTRIES.length)] ?? ['', ''];
  const id = (what: string): string => uuid(`${seed} ${what}`);
  const url = `https://demo.test/c/${slug}${query}`;
  const events: TrackEvent[] = [{ type: 'view', id: id('view'), age: engagedMs, url, referrer }];
  for (const [target, rate] of CLICKS) {
    if (chance() < rate) events.push({ type: 'click', id: id(target), age: engagedMs * chance(), target });
  }
  events.push({ type: 'engagement', id: id('engagement'), age: 0, engagedMs });
  const place = PLACES[Math.floor(chance() * PLACES.length)] ?? UNKNOWN_PLACE;
  // Some come back on the same day.
  const address = `demo-${Math.floor(chance() * 60)}`;
  const userAgents = chance() < ROBOT_SHARE ? ROBOTS : USER_AGENTS;
  const userAgent = userAgents[Math.floor(chance() * userAgents.length)] ?? USER_AGENTS[0];
  return {
    at: new Date(start + engagedMs),
    request: { card: slug, visit: id('visit'), events },
    place,
    address,
    userAgent,
  };
}

function hourOf(share: number): number {
  const total = HOURS.reduce<number>((sum, weight) => sum + weight, 0);
  let left = share * total;
  return HOURS.findIndex((weight) => (left -= weight) < 0);
}

function uuid(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, 16);
  // Version 8 (RFC 9562): made by a rule of one's own.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
