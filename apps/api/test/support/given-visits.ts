import { randomUUID } from 'node:crypto';
import type { Place } from '../../src/geo/place.js';
import { UNKNOWN_PLACE } from '../../src/geo/place.js';
import { Ingest } from '../../src/tracking/ingest/ingest.service.js';
import { ensurePartitions } from '../../src/tracking/store/partitions.js';
import type { RunningApp } from './app.js';
import { beacon, BROWSER, click } from './client.js';

const BROWSERS = [
  BROWSER,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
];
const PLACES: readonly Place[] = [
  { country: 'FR', region: 'FR-ARA', city: 'Lyon' },
  { country: 'FR', region: 'FR-IDF', city: 'Saint-Denis' },
  { country: 'RE', region: null, city: 'Saint-Denis' },
  { country: 'FR', region: 'FR-IDF', city: null },
  { country: 'CH', region: 'CH-GE', city: 'Genève' },
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

export interface GivenVisits {
  readonly slugs: readonly string[];
  readonly from: Date;
  /** Not before it. */
  readonly to: Date;
  readonly visits: number;
  /** What they came in by, beside what else there is: `?s=…&k=…`. */
  readonly queries?: readonly string[];
}

/** Visits of all kinds, spread over a time, each through the ingest at its own moment; one of eleven a robot's. */
export async function givenVisits(running: RunningApp, wanted: GivenVisits): Promise<void> {
  const { slugs, from, to, visits, queries = ['', '?s=qr', '', '?s=nfc', '?s=signature'] } = wanted;
  await ensurePartitions(running.dataSource, from, to);
  const ingest = running.app.get(Ingest);
  const pick = <Item>(list: readonly Item[], index: number) => list[index % list.length] as Item;
  for (let index = 0; index < visits; index++) {
    const at = from.getTime() + ((to.getTime() - from.getTime()) * ((index * 7919) % visits)) / visits;
    const slug = pick(slugs, index * index);
    const events = [
      {
        type: 'view' as const,
        age: 30_000,
        url: `https://cards.test/c/${slug}${pick(queries, index)}`,
        referrer: pick(REFERRERS, index),
      },
      ...TARGETS.slice(0, index % 5).map((target, place) => click(target, 20_000 - place)),
      ...(index % 3 === 0
        ? []
        : [{ type: 'engagement' as const, age: 0, engagedMs: (index * 1777) % 29_000 }]),
    ];
    const circumstances = {
      userAgent:
        index % 11 === 10 ? 'Googlebot/2.1 (+http://www.google.com/bot.html)' : pick(BROWSERS, index),
      address: `192.0.2.${index % 50}`,
      place: () => pick(PLACES, index >> 1),
      purpose: '',
      measured: true,
      signedInAccountId: null,
    };
    await ingest.take(beacon(slug, events, randomUUID()), circumstances, new Date(Math.floor(at)));
  }
}
