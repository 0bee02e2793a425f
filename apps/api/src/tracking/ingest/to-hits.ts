import { MAX_EVENT_AGE_MS, type TrackEvent } from '@num-ecard/contracts/track';
import type { Place } from '../../geo/place.js';
import type { Beacon, DropReason } from './beacon.js';
import { classifySource, type VisitSource } from './classify-source.js';
import { describeDevice, type Device } from './describe-device.js';

/** What is told of a visit by its view: how it came in, from where, and with what. Null on every other event. */
export type ViewDetails = VisitSource & Place & Device;

/** One event, ready to be stored. */
export interface Hit extends Readonly<{ [Detail in keyof ViewDetails]: ViewDetails[Detail] | null }> {
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
  /** Of a view: the local day on which the visitor counts, and who that is. Null when the day's salt is gone. */
  readonly visitor: { readonly day: string; readonly hash: Buffer } | null;
  /** Why it is only counted as dropped; null for one that counts. */
  readonly dropped: DropReason | null;
}

/** Tells who the visitor of a view is; see {@link Hit.visitor}. */
export type Recognise = (beacon: Beacon, occurredAt: number) => Hit['visitor'];

const NO_DETAILS = {
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

/** When an event of a request happened, by the server's clock: its `age` tells how long before `now`. */
export function occurredAt(event: TrackEvent, now: Date): number {
  return Math.floor(now.getTime() - event.age);
}

/** The hits of a beacon that counts. */
export function toHits(beacon: Beacon, now: Date, recognise: Recognise): Hit[] {
  return beacon.request.events.map((event) => {
    if (event.type !== 'view') return toHit(beacon, event, now, null);
    const visitor = recognise(beacon, occurredAt(event, now));
    return { ...toHit(beacon, event, now, null), ...viewDetails(beacon, event.url, event.referrer), visitor };
  });
}

/** The hits of a beacon that was dropped: what was seen of it is forgotten. */
export function toDroppedHits(beacon: Beacon, now: Date, reason: DropReason): Hit[] {
  return beacon.request.events.map((event) => toHit(beacon, event, now, reason));
}

function toHit(beacon: Beacon, event: TrackEvent, now: Date, dropped: DropReason | null): Hit {
  const { accountId, cardId, timezone, request } = beacon;
  return {
    accountId,
    cardId,
    timezone,
    visitId: request.visit,
    eventId: event.id,
    occurredAt: new Date(occurredAt(event, now)),
    type: event.type,
    target: event.type === 'click' ? event.target : null,
    // No visit is longer than the time for which events are taken.
    engagedMs: event.type === 'engagement' ? Math.round(Math.min(event.engagedMs, MAX_EVENT_AGE_MS)) : null,
    ...NO_DETAILS,
    visitor: null,
    dropped,
  };
}

function viewDetails({ circumstances }: Beacon, url?: string, referrer?: string): ViewDetails {
  const { userAgent, place } = circumstances;
  const { country, region, city } = place;
  return { ...classifySource(url, referrer, userAgent), country, region, city, ...describeDevice(userAgent) };
}
