/** Visits of some months in a moment: a little of everything that a report tells. */
import { vi } from 'vitest';
import { Ingest } from '../../src/tracking/ingest/ingest.service.js';
import { afterFile } from './after-file.js';
import type { RunningApp } from './app.js';
import { beacon, click, view } from './client.js';

interface Wanted {
  readonly cards: readonly string[];
  readonly count: number;
  /** Some fall on these moments. */
  readonly moments: readonly string[];
  /** The others are spread from here to there. */
  readonly from: string;
  readonly to: string;
}

const SEARCHES = [
  '?s=qr',
  '?s=nfc',
  '?s=link',
  '?s=link&k=salon-lyon',
  '?s=link&k=gone',
  '?s=signature',
  '',
  '',
];
const REFERRERS = [
  '',
  'https://www.linkedin.com/',
  'https://www.google.com/',
  'https://annuaire.example/page',
];
const PLACES = [
  { country: 'FR', region: 'FR-ARA', city: 'Lyon' },
  { country: 'FR', region: 'FR-IDF', city: 'Paris' },
  { country: 'FR', region: 'FR-IDF', city: 'Saint-Denis' },
  { country: 'RE', region: null, city: 'Saint-Denis' },
  { country: 'BE', region: 'BE-BRU', city: null },
  { country: 'CH', region: null, city: null },
  { country: null, region: null, city: null },
];
const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1',
];
const TARGETS = ['phone', 'email', 'whatsapp', 'vcard', 'brochure'];
const AT_ONCE = 50;

/** Leaves the clock where it is told to. @param now after the last of them */
export async function givenVisits(
  { app }: RunningApp,
  wanted: readonly Wanted[],
  now: string,
): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] });
  afterFile(() => vi.useRealTimers());
  const ingest = app.get(Ingest);
  const told = wanted.flatMap(spread).toSorted((a, b) => a.at - b.at);
  for (let start = 0; start < told.length; start += AT_ONCE) {
    const lot = told.slice(start, start + AT_ONCE);
    vi.setSystemTime(lot.at(-1)?.at ?? 0);
    await Promise.all(lot.map(async ({ at, card, index }) => visit(ingest, card, at, index)));
  }
  vi.setSystemTime(Date.parse(now));
}

function spread({ cards, count, moments, from, to }: Wanted) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const times = [
    ...moments.map((moment) => Date.parse(moment)),
    ...Array.from({ length: count }, (_, index) => start + Math.floor(((end - start) * index) / count)),
  ];
  // The first cards have more than the last.
  return times.map((at, index) => ({
    at,
    index,
    card: cards[Math.floor((((index * 7) % 10) ** 2 / 100) * cards.length)] ?? '',
  }));
}

async function visit(ingest: Ingest, card: string, at: number, index: number): Promise<void> {
  const lasted = (index % 9) ** 4 * 37;
  const clicks = Array.from({ length: index % 4 }, (_, place) =>
    click(TARGETS[(index * place) % TARGETS.length] ?? 'phone', lasted),
  );
  const seen = {
    ...view(lasted),
    url: `https://num-ecard.test/c/${card}${SEARCHES[index % SEARCHES.length]}`,
    referrer: REFERRERS[(index >> 1) % REFERRERS.length] ?? '',
  };
  await ingest.take(
    beacon(card, [seen, ...clicks, { type: 'engagement', age: 0, engagedMs: lasted }]),
    {
      userAgent: index % 23 === 0 ? 'WhatsApp/2.23.20' : (AGENTS[(index >> 2) % AGENTS.length] ?? ''),
      address: `198.51.100.${index % 40}`,
      place: () => PLACES[index % PLACES.length] ?? { country: null, region: null, city: null },
      purpose: '',
      measured: index % 29 !== 0,
      signedInAccountId: null,
    },
    new Date(at + lasted),
  );
}
