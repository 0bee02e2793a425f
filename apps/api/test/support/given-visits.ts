import { randomUUID } from 'node:crypto';
import { type Place, UNKNOWN_PLACE } from '../../src/geo/place.js';
import { Ingest } from '../../src/tracking/ingest/ingest.service.js';
import { ensurePartitions } from '../../src/tracking/store/partitions.js';
import type { RunningApp } from './app.js';
import { beacon, BROWSER, click, view } from './client.js';

const BROWSERS = [
  BROWSER,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1',
];
const ROBOTS = ['Googlebot/2.1 (+http://www.google.com/bot.html)', 'WhatsApp/2.23.20'];
const PLACES: readonly Place[] = [
  { country: 'FR', region: 'FR-ARA', city: 'Lyon' },
  { country: 'FR', region: 'FR-IDF', city: 'Saint-Denis' },
  { country: 'RE', region: null, city: 'Saint-Denis' },
  { country: 'FR', region: 'FR-IDF', city: null },
  { country: 'CH', region: 'CH-GE', city: 'Genève' },
  { country: 'BE', region: null, city: null },
  UNKNOWN_PLACE,
];
const REFERRERS = [
  '',
  'https://www.linkedin.com/',
  '',
  'https://www.google.com/',
  'https://annuaire.example/',
];
const TARGETS = ['phone', 'email', 'phone', 'linkedin', 'prendre-rdv', 'whatsapp'];
const ADDRESSES = 50;
const AT_ONCE = 50;

export interface GivenVisits {
  /** The first have more visits than the last. */
  readonly slugs: readonly string[];
  readonly from: Date;
  /** Not before it. */
  readonly to: Date;
  readonly visits: number;
  /** As many more as these, each at its moment. */
  readonly moments?: readonly Date[];
  /** What they came in by, beside what else there is: `?s=…&k=…`. */
  readonly queries?: readonly string[];
}

/**
 * Visits of all kinds, spread over a time, each through the ingest at its own moment; one of eleven is a robot's, one of 29 asks not to
 * be measured.
 */
export async function givenVisits(
  running: RunningApp,
  {
    slugs,
    from,
    to,
    visits,
    moments = [],
    queries = ['', '?s=qr', '', '?s=nfc', '?s=signature'],
  }: GivenVisits,
): Promise<void> {
  const spread = Array.from(
    { length: visits },
    (_, index) => from.getTime() + ((to.getTime() - from.getTime()) * ((index * 7919) % visits)) / visits,
  );
  const times = [...moments.map((moment) => moment.getTime()), ...spread];
  await ensurePartitions(running.dataSource, new Date(Math.min(...times)), new Date(Math.max(...times)));
  const ingest = running.app.get(Ingest);
  const visit = async (at: number, index: number) => {
    const slug = slugs[Math.floor((((index * 7) % 10) ** 2 / 100) * slugs.length)] ?? '';
    const lasted = (index % 9) ** 4 * 37;
    const events = [
      {
        ...view(lasted),
        url: `https://cards.test/c/${slug}${pick(queries, index)}`,
        referrer: pick(REFERRERS, index >> 1),
      },
      ...TARGETS.slice(0, index % 5).map((target) => click(target, lasted)),
      ...(index % 3 === 0 ? [] : [{ type: 'engagement' as const, age: 0, engagedMs: lasted }]),
    ];
    const circumstances = {
      userAgent: index % 11 === 10 ? pick(ROBOTS, index) : pick(BROWSERS, index >> 2),
      address: `192.0.2.${index % ADDRESSES}`,
      place: () => pick(PLACES, index),
      purpose: '',
      measured: index % 29 !== 28,
      signedInAccountId: null,
    };
    await ingest.take(beacon(slug, events, randomUUID()), circumstances, new Date(Math.floor(at) + lasted));
  };
  for (let start = 0; start < times.length; start += AT_ONCE)
    await Promise.all(times.slice(start, start + AT_ONCE).map(async (at, place) => visit(at, start + place)));
}

function pick<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item;
}
