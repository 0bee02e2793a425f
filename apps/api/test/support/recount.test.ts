/** The recount itself, by cases that were worked out by hand. */
import { expect, test } from 'vitest';
import {
  bucketOf,
  bucketsOf,
  clickedTargets,
  countedBy,
  engagedMs,
  engagement,
  local,
  plusDays,
  Recount,
  roundedDown,
  targets,
  visitsOf,
  weekHours,
} from './recount.js';
import { asRequest, type Delivery, inLots, type Person, randomTraffic, type Told } from './traffic.js';

const PARIS = 'Europe/Paris';
const SOMEBODY: Person = {
  address: '192.0.2.1',
  userAgent: 'a browser',
  country: 'FR',
  region: 'FR-ARA',
  city: 'Lyon',
  device: 'phone',
  browser: 'Safari',
  system: 'iOS',
};
const HOUR = 3_600_000;
// 29 February 2028, 23:30 in Paris.
const EVENING = Date.parse('2028-02-29T22:30:00Z');
const LEAP_DAY = { cards: ['a'], timezone: PARIS, from: '2028-02-29', to: '2028-02-29' };
const NEXT_DAY = { ...LEAP_DAY, from: '2028-03-01', to: '2028-03-01' };

const view = (id: string, at: number, source = 'qr'): Told => ({
  id,
  at,
  type: 'view',
  url: '',
  referrer: '',
  origin: { source, linkCode: null, referrerHost: null },
});
const click = (id: string, at: number, target = 'phone'): Told => ({ id, at, type: 'click', target });
const engaged = (id: string, at: number, ms: number): Told => ({ id, at, type: 'engagement', engagedMs: ms });

function counted(...deliveries: readonly (Partial<Delivery> & Pick<Delivery, 'events'>)[]) {
  const recount = new Recount(new Map([['one', PARIS]]));
  const answers = deliveries.map((delivery) =>
    recount.arrived({
      at: 0,
      instance: 0,
      account: 'one',
      card: 'a',
      visit: 'v1',
      person: SOMEBODY,
      dropped: null,
      ...delivery,
    }),
  );
  return { recount, answers };
}

test('an id counts once; of several views of a visit the first to arrive is its view', () => {
  const { recount, answers } = counted(
    { events: [click('c1', EVENING + 5_000)] },
    { events: [view('w1', EVENING), click('c1', EVENING + 5_000)] },
    { events: [view('w2', EVENING - HOUR, 'nfc')] },
    { events: [view('w1', EVENING)] },
  );
  expect(answers).toEqual([
    { accepted: 1, ignored: 0 },
    { accepted: 1, ignored: 1 },
    { accepted: 1, ignored: 0 },
    { accepted: 0, ignored: 1 },
  ]);
  const bySource = countedBy(recount, LEAP_DAY, (visit) => visit.view.origin.source);
  expect([...bySource]).toEqual([['qr', { views: 1, visitors: 1, clicks: 1, engagedMs: 0 }]]);
});

test('a click after midnight is of its own day, under the source of its visit; its rate is of the visit’s day', () => {
  const { recount } = counted({ events: [view('w1', EVENING), click('c1', EVENING + HOUR)] });
  const bySource = (asked: typeof LEAP_DAY) => [
    ...countedBy(recount, asked, ({ view: { origin } }) => origin.source),
  ];
  expect(bySource(LEAP_DAY)).toEqual([['qr', { views: 1, visitors: 1, clicks: 0, engagedMs: 0 }]]);
  expect(bySource(NEXT_DAY)).toEqual([['qr', { views: 0, visitors: 0, clicks: 1, engagedMs: 0 }]]);
  expect([...targets(recount, LEAP_DAY)]).toEqual([['phone', { clicks: 0, visits: 1 }]]);
  expect([...targets(recount, NEXT_DAY)]).toEqual([['phone', { clicks: 1, visits: 0 }]]);
});

test('a click of a visit that nobody saw counts in totals and target only', () => {
  const { recount } = counted({ events: [click('c1', EVENING)] });
  expect(visitsOf(recount, LEAP_DAY)).toEqual([]);
  expect(countedBy(recount, LEAP_DAY, ({ view: { origin } }) => origin.source).size).toBe(0);
  expect([...targets(recount, LEAP_DAY)]).toEqual([['phone', { clicks: 1, visits: 0 }]]);
  expect(weekHours(recount, LEAP_DAY).get('2-23')).toMatchObject({ views: 0, clicks: 1 });
});

test('up to 24 hours after the view, to the millisecond', () => {
  const { recount } = counted({
    events: [
      view('w1', EVENING),
      click('c1', EVENING + 24 * HOUR, 'on-time'),
      click('c2', EVENING + 24 * HOUR + 1, 'too-late'),
      engaged('e1', EVENING + 24 * HOUR + 1, 90_000),
      engaged('e2', EVENING + 60_000, 61_000),
      engaged('e3', EVENING + 80_000, 20_000),
      engaged('e4', EVENING - 5, 70_000),
    ],
  });
  const [visit] = recount.visits;
  expect([...clickedTargets(visit as NonNullable<typeof visit>)]).toEqual(['on-time']);
  // Told 61 s after 60 s: 60.
  expect(engagedMs(visit as NonNullable<typeof visit>)).toBe(60_000);
  expect(engagement(recount, LEAP_DAY)).toMatchObject({ visits: 1, medianMs: 60_000, averageMs: 60_000 });
});

test('a visitor counts once a card and local day; another browser is another visitor', () => {
  const midnight = Date.parse('2028-02-29T23:00:00Z');
  const { recount } = counted(
    { visit: 'v1', events: [view('w1', EVENING)] },
    { visit: 'v2', events: [view('w2', midnight - 1)] },
    { visit: 'v3', events: [view('w3', midnight)] },
    { visit: 'v4', card: 'b', events: [view('w4', EVENING)] },
    { visit: 'v5', person: { ...SOMEBODY, userAgent: 'another' }, events: [view('w5', EVENING)] },
    { visit: 'v1', person: { ...SOMEBODY, address: '192.0.2.9' }, events: [view('w6', EVENING)] },
  );
  expect(recount.visits.map(({ newVisitor }) => newVisitor)).toEqual([true, false, true, true, true]);
});

test('what is dropped counts as dropped, once', () => {
  const { recount, answers } = counted(
    { dropped: 'bot', events: [view('w1', EVENING), click('c1', EVENING), engaged('e1', EVENING, 5)] },
    { dropped: 'bot', events: [view('w1', EVENING)] },
  );
  expect(answers).toEqual([
    { accepted: 0, ignored: 3 },
    { accepted: 0, ignored: 1 },
  ]);
  expect(recount.visits).toEqual([]);
  expect(recount.dropped.map(({ type }) => type)).toEqual(['view', 'click']);
});

test('the middle of an even number is the lower one; times are rounded down', () => {
  const visitOf = (id: number, ms: number) => ({
    visit: `v${id}`,
    events: [view(`w${id}`, EVENING), engaged(`e${id}`, EVENING + 600_000, ms)],
  });
  const { recount } = counted(visitOf(1, 0), visitOf(2, 8_234), visitOf(3, 12_345), visitOf(4, 181_000));
  const { visits, medianMs, averageMs, buckets } = engagement(recount, LEAP_DAY);
  expect([visits, medianMs, averageMs]).toEqual([4, 8_200, Math.round((8_234 + 12_345 + 181_000) / 4)]);
  expect(buckets.map((bucket) => bucket.visits)).toEqual([1, 2, 0, 0, 0, 1]);
  expect([0, 99, 345, 999, 1_000, 8_234, 12_345, 86_400_000].map(roundedDown)).toEqual([
    0, 0, 300, 900, 1_000, 8_200, 12_000, 86_000_000,
  ]);
});

test('days, hours, weeks and months are those of the zone', () => {
  const at = (moment: string, timezone: string) => local(Date.parse(moment), timezone);
  // The hour that comes twice, and the one that does not come.
  expect(at('2027-10-31T00:30:00Z', PARIS)).toEqual({ day: '2027-10-31', hour: '02' });
  expect(at('2027-10-31T01:30:00Z', PARIS)).toEqual({ day: '2027-10-31', hour: '02' });
  expect(at('2028-03-26T00:59:59.999Z', PARIS)).toEqual({ day: '2028-03-26', hour: '01' });
  expect(at('2028-03-26T01:00:00Z', PARIS)).toEqual({ day: '2028-03-26', hour: '03' });
  expect(at('2028-02-28T18:29:59.999Z', 'Asia/Kolkata')).toEqual({ day: '2028-02-28', hour: '23' });
  expect(at('2028-02-28T18:30:00Z', 'Asia/Kolkata')).toEqual({ day: '2028-02-29', hour: '00' });
  const newYear = Date.parse('2028-01-01T12:00:00Z');
  expect(bucketOf(newYear, PARIS, 'week')).toBe('2027-12-27');
  expect(bucketOf(newYear, PARIS, 'month')).toBe('2028-01-01');
  const asked = { ...LEAP_DAY, from: '2027-12-31', to: '2028-01-03' };
  expect(bucketsOf(asked, 'week')).toEqual(['2027-12-27', '2028-01-03']);
  expect(bucketsOf(asked, 'month')).toEqual(['2027-12-01', '2028-01-01']);
  expect(plusDays('2028-02-28', 2)).toBe('2028-03-01');
});

test('the traffic is the same for the same seed, and holds what it is for', () => {
  const plan = [
    {
      account: 'one',
      cards: ['a', 'b'],
      spells: [['2028-02-27T00:00:00Z', '2028-03-03T00:00:00Z', 600]] as const,
      moments: ['2028-02-28T23:00:00Z'],
    },
  ];
  const deliveries = randomTraffic(7, plan);
  expect(deliveries).toEqual(randomTraffic(7, plan));
  expect(deliveries).not.toEqual(randomTraffic(8, plan));
  const ages = deliveries.flatMap((delivery) => asRequest(delivery).events.map(({ age }) => age));
  expect([Math.min(...ages) >= 0, Math.max(...ages) <= 24 * HOUR]).toEqual([true, true]);

  const { recount } = counted(...deliveries);
  const counts = (is: (visit: Recount['visits'][number]) => boolean): number =>
    recount.visits.filter(is).length;
  expect(counts(({ view: seen }) => seen === null)).toBeGreaterThan(5);
  expect(
    counts(({ view: seen, clicks }) => clicks.some(({ at }) => seen !== null && at > seen.at + 24 * HOUR)),
  ).toBeGreaterThan(5);
  expect(counts(({ view: seen, newVisitor }) => seen !== null && !newVisitor)).toBeGreaterThan(50);
  expect(new Set(recount.dropped.map(({ reason }) => reason)).size).toBe(5);
  const sent = deliveries.flatMap(({ events }) => events.map(({ id }) => id));
  expect(sent.length).toBeGreaterThan(new Set(sent).size * 1.1);
  const lots = inLots(deliveries, 100);
  expect(lots.flat()).toEqual(deliveries);
  expect(lots.length).toBeLessThan(deliveries.length / 8);
});
