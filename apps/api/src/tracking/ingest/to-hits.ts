import { MAX_EVENT_AGE_MS } from '@num-ecard/contracts/track';
import type { Beacon } from './beacon.js';
import { classifySource } from './classify-source.js';

/** One event, ready to be stored. */
export interface Hit {
  readonly accountId: string;
  readonly cardId: string;
  readonly timezone: string;
  readonly visitId: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly type: 'view' | 'click' | 'engagement';
  readonly target: string | null;
  readonly engagedMs: number | null;
  readonly source: string | null;
  readonly linkCode: string | null;
  readonly referrerHost: string | null;
}

/** The hits of a beacon, placed in time by the server's clock: an `age` tells how long before `now` each was. */
export function toHits(beacon: Beacon, now: Date): Hit[] {
  const { accountId, cardId, timezone, request, circumstances } = beacon;
  return request.events.map((event) => ({
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
    ...(event.type === 'view'
      ? classifySource(event.url, event.referrer, circumstances.userAgent)
      : { source: null, linkCode: null, referrerHost: null }),
  }));
}
