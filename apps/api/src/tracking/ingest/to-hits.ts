import { MAX_EVENT_AGE_MS, type TrackEvent } from '@num-ecard/contracts/track';
import type { Place } from '../../geo/place.js';
import type { Beacon } from './beacon.js';
import { classifySource, type VisitSource } from './classify-source.js';
import { describeDevice, type Device } from './describe-device.js';

/** What is told of a visit by its view: how it came in, from where, and with what. Null on every other event. */
type ViewDetails = VisitSource & Place & Device;

/** One event, ready to be stored. */
export interface Hit extends Readonly<{ [Detail in keyof ViewDetails]: ViewDetails[Detail] | null }> {
  readonly accountId: string;
  readonly cardId: string;
  readonly timezone: string;
  readonly visitId: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly type: TrackEvent['type'];
  readonly target: string | null;
  readonly engagedMs: number | null;
}

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

/** The hits of a beacon, placed in time by the server's clock: an `age` tells how long before `now` each was. */
export function toHits(beacon: Beacon, now: Date): Hit[] {
  return beacon.request.events.map((event) => toHit(beacon, event, now));
}

function toHit(beacon: Beacon, event: TrackEvent, now: Date): Hit {
  const { accountId, cardId, timezone, request } = beacon;
  return {
    accountId,
    cardId,
    timezone,
    visitId: request.visit,
    eventId: event.id,
    occurredAt: new Date(now.getTime() - event.age),
    type: event.type,
    target: event.type === 'click' ? event.target : null,
    // No visit is longer than the time for which events are taken.
    engagedMs: event.type === 'engagement' ? Math.round(Math.min(event.engagedMs, MAX_EVENT_AGE_MS)) : null,
    ...(event.type === 'view' ? viewDetails(beacon, event.url, event.referrer) : NO_DETAILS),
  };
}

function viewDetails({ circumstances }: Beacon, url?: string, referrer?: string): ViewDetails {
  const { userAgent, place } = circumstances;
  return { ...classifySource(url, referrer, userAgent), ...place, ...describeDevice(userAgent) };
}
