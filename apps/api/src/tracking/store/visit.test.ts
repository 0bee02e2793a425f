import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hit, NO_DETAILS } from '../ingest/to-hits.js';
import { UsageAdditions } from './usage-additions.js';
import { addToVisit, unknownVisit, type Visit, VISIT_MS } from './visit.js';

const VIEWED = Date.parse('2026-11-23T22:59:00Z');
const ZONE = 'Europe/Paris';

function hit(type: Hit['type'], after: number, more: Partial<Hit> = {}): Hit {
  return {
    key: 'account/event',
    visitKey: 'card/visit',
    accountId: 'account',
    cardId: 'card',
    timezone: ZONE,
    visitId: 'visit',
    eventId: randomUUID(),
    occurredAt: new Date(VIEWED + after),
    type,
    target: null,
    engagedMs: null,
    ...NO_DETAILS,
    visitor: null,
    dropped: null,
    fresh: true,
    ...more,
  };
}

const details = { source: 'qr', country: 'FR', region: 'FR-ARA', city: 'Lyon', device: 'phone' } as const;
const view = hit('view', 0, { ...details, browser: 'Safari', system: 'iOS' });
const click = (target: string, after: number): Hit => hit('click', after, { target });
const engaged = (after: number, engagedMs: number): Hit => hit('engagement', after, { engagedMs });

interface Outcome {
  readonly visit: Visit | undefined;
  /** `dimension day key` → figures that are not zero. */
  readonly sums: Record<string, string>;
}

function outcome(hits: readonly Hit[]): Outcome {
  const added = new UsageAdditions();
  let visit: Visit | undefined;
  for (const one of hits) visit = addToVisit(visit ?? unknownVisit(one), one, true, added);
  const sums = new Map<string, number[]>();
  for (const [index, day] of added.days.entries()) {
    const figures = [added.views, added.visitors, added.clicks, added.engagedMs].map(
      (list) => list[index] ?? 0,
    );
    const keys = [
      ['hour', added.hours[index]],
      ['place', added.places[index]],
      ['source', added.sources[index]],
      ['device', added.devices[index]],
      [added.dimensions[index], added.keys[index]],
    ] as const;
    for (const [dimension, key] of keys) {
      if (key === null) continue;
      const name = `${dimension} ${day} ${key}`;
      const sum = sums.get(name) ?? [0, 0, 0, 0];
      sums.set(
        name,
        sum.map((figure, place) => figure + (figures[place] ?? 0)),
      );
    }
  }
  const told = [...sums].map(([name, sum]) => [name, sum.join(' ')] as const);
  return { visit, sums: Object.fromEntries(told.filter(([, sum]) => sum !== '0 0 0 0')) };
}

describe('what a visit adds to the rollups', () => {
  test('a view a minute before midnight, a click and engaged time after it', () => {
    expect(outcome([view, click('phone', 90_000), engaged(95_000, 91_234)]).sums).toEqual({
      'hour 2026-11-23 23': '1 1 0 91234',
      'hour 2026-11-24 00': '0 0 1 0',
      'place 2026-11-23 FR/FR-ARA/Lyon': '1 1 0 91234',
      'place 2026-11-24 FR/FR-ARA/Lyon': '0 0 1 0',
      'source 2026-11-23 qr//': '1 1 0 91234',
      'source 2026-11-24 qr//': '0 0 1 0',
      'device 2026-11-23 phone/Safari/iOS': '1 1 0 91234',
      'device 2026-11-24 phone/Safari/iOS': '0 0 1 0',
      // A visit with that click, on the visit's day; the click, on its own.
      'target 2026-11-23 phone': '1 0 0 0',
      'target 2026-11-24 phone': '0 0 1 0',
      'engaged 2026-11-23 91000': '1 0 0 0',
    });
  });

  test('a visit without a view is no visit: its clicks count in the totals', () => {
    expect(outcome([click('phone', 0), engaged(5_000, 5_000)]).sums).toEqual({
      'hour 2026-11-23 23': '0 0 1 0',
      'target 2026-11-23 phone': '0 0 1 0',
    });
  });

  test('a second view of a visit is none', () => {
    expect(outcome([view, hit('view', 500, { source: 'nfc' })])).toEqual(outcome([view]));
  });

  test('the largest engaged time wins, never more than has passed since the view', () => {
    expect(outcome([view, engaged(8_000, 8_000), engaged(3_000, 3_000)]).visit?.engagedMs).toBe(8_000);
    expect(outcome([view, engaged(8_000, 60_000)]).visit?.engagedMs).toBe(8_000);
    expect(outcome([view, engaged(-500, 60_000)]).visit?.engagedMs).toBe(0);
  });

  test('what comes more than a day after the view no longer makes the visit grow', () => {
    const { visit, sums } = outcome([view, click('phone', VISIT_MS + 1), engaged(VISIT_MS + 1, 5_000)]);
    expect(visit).toMatchObject({ engagedMs: 0, clicks: {} });
    expect(sums['source 2026-11-24 qr//']).toBe('0 0 1 0');
    expect(sums['target 2026-11-23 phone']).toBeUndefined();
  });

  test('a target named like something that every object has counts as any other', () => {
    expect(outcome([view, click('constructor', 1), click('constructor', 2)]).visit?.clicks).toEqual({
      constructor: 2,
    });
  });
});

test('the order in which the events arrive changes nothing', () => {
  const events = fc.array(
    fc.oneof(
      fc
        .record({
          target: fc.constantFrom('phone', 'email', 'vcard'),
          after: fc.integer({ min: -5_000, max: VISIT_MS * 2 }),
        })
        .map(({ target, after }) => click(target, after)),
      fc
        .record({
          ms: fc.integer({ min: 0, max: VISIT_MS }),
          after: fc.integer({ min: -5_000, max: VISIT_MS * 2 }),
        })
        .map(({ ms, after }) => engaged(after, ms)),
    ),
    { maxLength: 12 },
  );
  const orders = events.chain((some) =>
    fc.tuple(
      fc.shuffledSubarray([view, ...some], { minLength: some.length + 1 }),
      fc.shuffledSubarray([view, ...some], { minLength: some.length + 1 }),
    ),
  );
  fc.assert(
    fc.property(orders, ([one, other]) => {
      const [a, b] = [outcome(one), outcome(other)];
      expect(a.sums).toEqual(b.sums);
      expect(a.visit).toEqual(b.visit);
    }),
    { numRuns: 500 },
  );
});
