/**
 * Made-up traffic of several accounts, the same for the same seed: visits with all that networks, phones and people do to
 * them. Nothing here knows how any of it is counted; `recount.ts` does.
 */
import type { TrackEvent, TrackRequest } from '@num-ecard/contracts/track';
import type { CityRecord } from './mmdb.js';
import { APPS_AND_BROWSERS, BOTS, ENTRIES, NETWORKS, PREVIEWS, TARGETS } from './traffic-people.js';

export type Reason = 'bot' | 'preview' | 'prefetch' | 'owner' | 'opted_out';

/** A browser at an address: what a visitor is taken for. */
export interface Person {
  readonly address: string;
  readonly userAgent: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly device: string;
  readonly browser: string;
  readonly system: string;
}

/** How a visit came in, as it has to be told. */
export interface Origin {
  readonly source: string;
  readonly linkCode: string | null;
  readonly referrerHost: string | null;
}

interface Happened {
  readonly id: string;
  /** When, in milliseconds since 1970; every sending of the event tells the same moment. */
  readonly at: number;
}

export type Told = Happened &
  (
    | { readonly type: 'view'; readonly url: string; readonly referrer: string; readonly origin: Origin }
    | { readonly type: 'click'; readonly target: string }
    | { readonly type: 'engagement'; readonly engagedMs: number }
  );

/** One request, as it arrives at one of two instances. */
export interface Delivery {
  /** Of its arrival, by the server's clock. */
  readonly at: number;
  readonly instance: 0 | 1;
  readonly account: string;
  readonly card: string;
  readonly visit: string;
  readonly person: Person;
  /** In the order of the request; an event may be there twice. */
  readonly events: readonly Told[];
  /** Why none of it counts, and how it then arrives; null for a person's. */
  readonly dropped: Reason | null;
}

/** An account's part in the traffic. */
export interface Planned {
  readonly account: string;
  /** The first is visited most. */
  readonly cards: readonly string[];
  /** Times between which that many visits begin, ISO. */
  readonly spells: readonly (readonly [from: string, to: string, visits: number])[];
  /** Moments at which a visit begins for sure: midnights, changes of the clock. */
  readonly moments: readonly string[];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nothing older is taken. */
const SENT_WITHIN = DAY;
/** A view is told before its day's salt is destroyed, and that is what its visitor is recognised by. */
const VIEW_SENT_WITHIN = 20 * HOUR;

/** Places of the networks that {@link randomTraffic} sends from, for a City database. */
export const TRAFFIC_NETWORKS: Readonly<Record<string, CityRecord>> = Object.fromEntries(
  NETWORKS.flatMap(({ network, record }) => (record === null ? [] : [[`${network}.0/24`, record]])),
);

/**
 * Every request of the plan's visits, in order of arrival.
 * @param httpFrom from then on requests arrive at whole half minutes, so that a clock that stands still can show their time
 */
export function randomTraffic(seed: number, plan: readonly Planned[], httpFrom = Infinity): Delivery[] {
  const chance = new Chance(seed);
  const people = Array.from({ length: 70 }, (_, index) => person(chance, index));
  const deliveries = plan.flatMap((planned) =>
    beginnings(chance, planned).flatMap((at) => visit(chance, people, planned, at)),
  );
  return deliveries
    .map((delivery) => (delivery.at < httpFrom ? delivery : atHalfMinute(delivery)))
    .filter(({ at, events }) => events.every((event) => event.at <= at && at - event.at <= SENT_WITHIN))
    .toSorted((a, b) => a.at - b.at);
}

/** As the tracker tells it at that moment. */
export function asRequest({ card, visit: visitId, events, at }: Delivery): TrackRequest {
  return {
    card,
    visit: visitId,
    events: events.map((event): TrackEvent => {
      const told = { id: event.id, age: at - event.at };
      if (event.type === 'view') {
        return { ...told, type: 'view', url: event.url, referrer: event.referrer };
      }
      return event.type === 'click'
        ? { ...told, type: 'click', target: event.target }
        : { ...told, type: 'engagement', engagedMs: event.engagedMs };
    }),
  };
}

/**
 * The deliveries in lots that may arrive all at once without changing what is to be counted: which view of a visit is
 * its first, and which visit its visitor's first, does not depend on the order within a lot.
 */
export function inLots(deliveries: readonly Delivery[], atMost: number): Delivery[][] {
  const lots: Delivery[][] = [];
  let lot: Delivery[] = [];
  let views = new Map<string, string>();
  for (const delivery of deliveries) {
    const { account, card, visit: visitId, person: somebody } = delivery;
    const claims = delivery.events.flatMap(({ type, id }): [string, string][] =>
      type === 'view'
        ? [
            [`${account} ${visitId}`, id],
            [`${card} ${somebody.address} ${somebody.userAgent}`, id],
          ]
        : [],
    );
    const clashes = claims.some(([name, id]) => (views.get(name) ?? id) !== id);
    // Who is dropped first and passes later must not change places with themselves.
    if (clashes || lot.length >= atMost || lot.some((other) => isOtherwiseDropped(other, delivery))) {
      lots.push(lot);
      lot = [];
      views = new Map();
    }
    lot.push(delivery);
    for (const [name, id] of claims) views.set(name, id);
  }
  return [...lots, lot];
}

function isOtherwiseDropped(a: Delivery, b: Delivery): boolean {
  return a.visit === b.visit && a.dropped !== b.dropped;
}

/** Numbers that depend on the seed alone (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whole, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** The first ones far more often. */
  ofCrowd<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() ** 2 * list.length)] as T;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, order: this.next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }

  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.between(0, 15).toString(16));
    hex[12] = '4';
    hex[16] = this.of(['8', '9', 'a', 'b']);
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

/** Some share an address, some a browser: they are different visitors all the same. */
function person(chance: Chance, index: number): Person {
  const { network, record } = chance.ofCrowd(NETWORKS);
  const { userAgent, device, browser, system } = chance.of(APPS_AND_BROWSERS);
  const address = network.includes(':')
    ? `${network}::${(index >> 1) + 1}`
    : `${network}.${(index >> 1) + 1}`;
  return {
    address,
    userAgent,
    country: record?.country ?? null,
    region: record?.region === undefined ? null : `${record.country}-${record.region.code}`,
    city: record?.city?.fr ?? record?.city?.en ?? null,
    device,
    browser,
    system,
  };
}

function beginnings(chance: Chance, { spells, moments }: Planned): number[] {
  const times = spells.flatMap(([from, to, visits]) =>
    Array.from({ length: visits }, () => chance.between(Date.parse(from), Date.parse(to) - 1)),
  );
  return [...times, ...moments.map((moment) => Date.parse(moment))];
}

interface Sending {
  readonly event: Told;
  readonly sentAt: number;
}

function visit(chance: Chance, people: readonly Person[], planned: Planned, at: number): Delivery[] {
  const card = chance.ofCrowd(planned.cards);
  const common = { account: planned.account, card, visit: chance.uuid(), person: chance.ofCrowd(people) };
  if (chance.is(0.07)) return droppedVisit(chance, common, at);
  const sendings = isNoVisit(chance)
    ? clicks(chance, at).concat(engagements(chance, at))
    : [view(chance, common, at), ...clicks(chance, at), ...engagements(chance, at)];
  const deliveries = asDeliveries(chance, common, sendings);
  const again = chance.is(0.06) ? viewedAgain(chance, people, common, at) : [];
  const ahead = chance.is(0.03) ? loadedAhead(chance, common, at) : [];
  return withResent(chance, [...ahead, ...deliveries, ...again]);
}

type Common = Pick<Delivery, 'account' | 'card' | 'visit' | 'person'>;

/** Its view was lost for good: closed by an extension, or the browser ended. */
function isNoVisit(chance: Chance): boolean {
  return chance.is(0.03);
}

function view(chance: Chance, { card, person: somebody }: Common, at: number): Sending {
  const { query, referrer, origin } = chance.of(ENTRIES);
  // An app says who it is by its browser, when nothing else says where somebody came from.
  const app = APPS_AND_BROWSERS.find(({ userAgent }) => userAgent === somebody.userAgent)?.app ?? null;
  const isBare = referrer === '' && origin.source === 'direct';
  const event: Told = {
    id: chance.uuid(),
    at,
    type: 'view',
    url: `https://cartes.example/c/${card}${query}`,
    referrer,
    origin: isBare && app !== null ? { source: 'social', linkCode: null, referrerHost: app } : origin,
  };
  const late = chance.next();
  const within = late < 0.75 ? 3 * SECOND : late < 0.92 ? 20 * MINUTE : VIEW_SENT_WITHIN;
  return { event, sentAt: at + chance.between(0, within) };
}

function clicks(chance: Chance, viewedAt: number): Sending[] {
  const count = chance.is(0.4) ? 0 : chance.is(0.6) ? chance.between(1, 2) : chance.between(2, 7);
  return Array.from({ length: count }, () => {
    const at = viewedAt + afterView(chance);
    const event: Told = { id: chance.uuid(), at, type: 'click', target: chance.ofCrowd(TARGETS) };
    return { event, sentAt: at + delay(chance) };
  });
}

function engagements(chance: Chance, viewedAt: number): Sending[] {
  const count = chance.is(0.15) ? 0 : chance.between(1, 4);
  return Array.from({ length: count }, () => {
    const elapsed = afterView(chance);
    // Some tell more than has passed: a page that was open in two windows, or a liar.
    const engagedMs = Math.max(0, Math.round(elapsed * (chance.is(0.2) ? 1.7 : chance.next())));
    const at = viewedAt + elapsed;
    const event: Told = {
      id: chance.uuid(),
      at,
      type: 'engagement',
      engagedMs: chance.is(0.02) ? 3 * DAY : chance.is(0.05) ? engagedMs + 0.4 : engagedMs,
    };
    return { event, sentAt: at + delay(chance) };
  });
}

/** Mostly soon, sometimes hours, sometimes after a day and more, and now and then just before the view. */
function afterView(chance: Chance): number {
  const kind = chance.next();
  if (kind < 0.72) return chance.between(0, 4 * MINUTE);
  if (kind < 0.84) return chance.between(0, 5 * HOUR);
  if (kind < 0.91) return chance.between(5 * HOUR, DAY);
  if (kind < 0.96) return chance.between(DAY, 2 * DAY);
  if (kind < 0.98) return chance.of([DAY, DAY + 1, DAY - 1]);
  return -chance.between(1, 5 * SECOND);
}

function delay(chance: Chance): number {
  const kind = chance.next();
  if (kind < 0.8) return chance.between(0, 2 * SECOND);
  return kind < 0.95 ? chance.between(0, 30 * MINUTE) : chance.between(0, 22 * HOUR);
}

/** Events that are sent about together go in one request, in whatever order. */
function asDeliveries(
  chance: Chance,
  common: Common,
  sendings: readonly Sending[],
  dropped: Reason | null = null,
): Delivery[] {
  const bundles: Sending[][] = [];
  for (const sending of sendings.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const bundle = bundles.at(-1);
    const oldest = Math.min(...(bundle ?? []).map(({ event }) => event.at));
    if (bundle !== undefined && chance.is(0.5) && sending.sentAt - oldest < HOUR) bundle.push(sending);
    else bundles.push([sending]);
  }
  return bundles.map((bundle) => asDelivery(chance, common, bundle, dropped));
}

function asDelivery(
  chance: Chance,
  { account, card, visit: visitId, person: somebody }: Common,
  bundle: readonly Sending[],
  dropped: Reason | null,
): Delivery {
  const events = chance.shuffled(bundle.map(({ event }) => event));
  return {
    account,
    card,
    visit: visitId,
    person: somebody,
    at: Math.max(...bundle.map(({ sentAt }) => sentAt), ...events.map(({ at }) => at)),
    instance: chance.is(0.5) ? 0 : 1,
    // The same id twice in one request.
    events: chance.is(0.03) ? [...events, chance.of(events)] : events,
    dropped,
  };
}

/** A second view of the same visit: from the back-forward cache of an old tracker, a reload, a forger. */
function viewedAgain(chance: Chance, people: readonly Person[], common: Common, at: number): Delivery[] {
  // Some have moved from one network to another meanwhile.
  const moved = { ...common, person: chance.is(0.5) ? common.person : chance.of(people) };
  const again = view(chance, moved, at + chance.between(-10 * MINUTE, 20 * HOUR));
  const extra: Told[] = chance.is(0.3)
    ? [{ id: chance.uuid(), at: again.event.at, type: 'click', target: chance.of(TARGETS) }]
    : [];
  return [
    {
      ...moved,
      at: again.sentAt,
      instance: chance.is(0.5) ? 0 : 1,
      events: [again.event, ...extra],
      dropped: null,
    },
  ];
}

/** A page that was loaded before anybody looked: what it sent then counts as nothing. */
function loadedAhead(chance: Chance, common: Common, at: number): Delivery[] {
  const { event } = view(chance, common, at - chance.between(1, 20 * SECOND));
  return [{ ...common, at: event.at, instance: 0, events: [event], dropped: 'prefetch' }];
}

function droppedVisit(chance: Chance, common: Common, at: number): Delivery[] {
  const dropped = chance.of(['bot', 'bot', 'preview', 'prefetch', 'owner', 'opted_out'] as const);
  const agents = dropped === 'bot' ? BOTS : dropped === 'preview' ? PREVIEWS : [common.person.userAgent];
  const program = { ...common.person, userAgent: chance.of(agents) };
  const sendings = [view(chance, common, at), ...clicks(chance, at), ...engagements(chance, at)];
  return withResent(chance, asDeliveries(chance, { ...common, person: program }, sendings, dropped));
}

function withResent(chance: Chance, deliveries: readonly Delivery[]): Delivery[] {
  const all: Delivery[] = [];
  for (const delivery of deliveries) all.push(delivery, ...resent(chance, delivery));
  return all;
}

/** The answer did not come through: the same events again, at once through the other instance or later, and more. */
function resent(chance: Chance, delivery: Delivery): Delivery[] {
  if (!chance.is(0.15)) return [];
  const oldest = Math.min(...delivery.events.map(({ at }) => at));
  const newest = oldest + SENT_WITHIN;
  const other = delivery.instance === 0 ? 1 : 0;
  const atOnce = chance.is(0.5);
  const at = atOnce ? delivery.at : chance.between(delivery.at, Math.max(delivery.at, newest));
  const more: Told[] = chance.is(0.25)
    ? [{ id: chance.uuid(), at, type: 'click', target: chance.ofCrowd(TARGETS) }]
    : [];
  const events = chance.is(0.3) ? chance.shuffled(delivery.events).slice(0, 2) : delivery.events;
  const again: Delivery = {
    ...delivery,
    at,
    instance: atOnce || chance.is(0.5) ? other : delivery.instance,
    events: [...events, ...more],
  };
  return chance.is(0.2) ? [again, { ...again, instance: delivery.instance }] : [again];
}

function atHalfMinute(delivery: Delivery): Delivery {
  return { ...delivery, at: Math.ceil(delivery.at / (30 * SECOND)) * 30 * SECOND };
}
