import { MAX_EVENT_AGE_MS, type TrackEvent } from '@num-ecard/contracts/track';
import type { Place } from '../../geo/place.js';
import type { DropReason } from '@num-ecard/contracts/usage-vocabulary';
import type { Beacon } from './beacon.js';
import { classifySource, type VisitSource } from './classify-source.js';
import { describeDevice, type Device } from './describe-device.js';

/** What is older when it arrives (a phone was off the line) is counted, but is no news. */
export const FRESH_MS = 15 * 60_000;

/** What is told of a visit by its view: how it came in, from where, and with what. Null on every other event. */
export type ViewDetails = VisitSource & Place & Device;

/** One event, ready to be stored. */
export interface Hit extends Details {
  /** What tells it from any other event: an id is unique within its account. */
  readonly key: string;
  /** What tells its visit from any other: {@link visitKey}. */
  readonly visitKey: string;
  readonly accountId: string;
  readonly cardId: string;
  /** The account's. */
  readonly timezone: string;
  readonly visitId: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly type: TrackEvent['type'];
  readonly target: string | null;
  readonly engagedMs: number | null;
  /** Of a view: who that is on its local day. Null when the day's salt is gone. */
  readonly visitor: Visitor | null;
  /** Why it is only counted as dropped; null for one that counts. */
  readonly dropped: DropReason | null;
  /** Whether it happened just now, so that its owner may be told. */
  readonly fresh: boolean;
}

/** Somebody, on one card and one local day. */
export interface Visitor {
  readonly day: string;
  /** In hexadecimal. No two cards and no two days have one in common. */
  readonly hash: string;
}

/** What tells one visit from another: a visit id is its page's choice, a card's is nobody's but one account's. */
export function visitKey({ cardId, visitId }: Pick<Hit, 'cardId' | 'visitId'>): string {
  return `${cardId}/${visitId}`;
}

/** Tells who the visitor of a view is; see {@link Hit.visitor}. */
export type Recognise = (beacon: Beacon, occurredAt: number) => Hit['visitor'];

/** When an event of a request happened, by the server's clock: its `age` tells how long before `now`. */
export function occurredAt(event: TrackEvent, now: Date): number {
  return Math.floor(now.getTime() - event.age);
}

/** The hits of a beacon that counts. */
export function toHits(beacon: Beacon, now: Date, recognise: Recognise): Hit[] {
  return beacon.request.events.map((event) => {
    const at = occurredAt(event, now);
    return event.type === 'view'
      ? toHit(beacon, event, at, null, viewDetails(beacon, event.url, event.referrer), recognise(beacon, at))
      : toHit(beacon, event, at, null, NO_DETAILS, null);
  });
}

/** The hits of a beacon that was dropped: what was seen of it is forgotten. */
export function toDroppedHits(beacon: Beacon, now: Date, reason: DropReason): Hit[] {
  return beacon.request.events.map((event) =>
    toHit(beacon, event, occurredAt(event, now), reason, NO_DETAILS, null),
  );
}

/** The details of a visit, as far as they are known. */
export type Details = Readonly<{ [Detail in keyof ViewDetails]: ViewDetails[Detail] | null }>;

export const NO_DETAILS: Details = {
  source: null,
  linkCode: null,
  referrerHost: null,
  country: null,
  region: null,
  city: null,
  device: null,
  browser: null,
  system: null,
};

// Property by property: to spread objects into one costs more than all that is looked up for it.
function toHit(
  { accountId, cardId, timezone, request, circumstances }: Beacon,
  event: TrackEvent,
  at: number,
  dropped: DropReason | null,
  details: Details,
  visitor: Hit['visitor'],
): Hit {
  return {
    key: `${accountId}/${event.id}`,
    visitKey: visitKey({ cardId, visitId: request.visit }),
    accountId,
    cardId,
    timezone,
    visitId: request.visit,
    eventId: event.id,
    occurredAt: new Date(at),
    type: event.type,
    target: event.type === 'click' ? event.target : null,
    // No visit is longer than the time for which events are taken.
    engagedMs: event.type === 'engagement' ? Math.round(Math.min(event.engagedMs, MAX_EVENT_AGE_MS)) : null,
    source: details.source,
    linkCode: details.linkCode,
    referrerHost: details.referrerHost,
    country: details.country,
    region: details.region,
    city: details.city,
    device: details.device,
    browser: details.browser,
    system: details.system,
    visitor,
    dropped,
    fresh: event.age <= FRESH_MS && circumstances.replayed !== true,
  };
}

function viewDetails({ circumstances }: Beacon, url?: string, referrer?: string): ViewDetails {
  const { userAgent } = circumstances;
  const { source, linkCode, referrerHost } = classifySource(url, referrer, userAgent);
  const { country, region, city } = circumstances.place();
  const { device, browser, system } = describeDevice(userAgent);
  return { source, linkCode, referrerHost, country, region, city, device, browser, system };
}
