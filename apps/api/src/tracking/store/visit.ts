import { localTime } from '../../clocks/local-time.js';
import { type Details, type Hit, NO_DETAILS } from '../ingest/to-hits.js';
import type { AddedKeys, UsageAdditions } from './usage-additions.js';
import { roundedEngagedMs } from './usage-dimension.js';

/** How long after its view a visit can still grow: later clicks count for themselves alone. */
export const VISIT_MS = 24 * 3_600_000;

/** A visit that nobody is shown on has no honest reason to send more; what is beyond is stored and counts in the totals. */
const WAITING_AT_MOST = 200;
const TARGETS_AT_MOST = 100;

/** A click or an engaged time that arrived before its visit's view. Times in milliseconds since 1970. */
export type Waiting =
  | { readonly at: number; readonly target: string }
  | { readonly at: number; readonly engagedMs: number };

/** A visit as far as it is known. */
export interface Visit extends Details {
  readonly accountId: string;
  readonly cardId: string;
  readonly visitId: string;
  /** 0 for one that is not stored yet. */
  readonly revision: number;
  /** Of its view; of its first event while that is unknown. */
  readonly beganAt: Date;
  readonly viewed: boolean;
  readonly newVisitor: boolean | null;
  readonly engagedMs: number;
  readonly clicks: Readonly<Record<string, number>>;
  readonly waiting: readonly Waiting[] | null;
}

/** A visit of which nothing is known but that the hit belongs to it. */
export function unknownVisit({ accountId, cardId, visitId, occurredAt }: Hit): Visit {
  return {
    accountId,
    cardId,
    visitId,
    revision: 0,
    beganAt: occurredAt,
    viewed: false,
    ...NO_DETAILS,
    newVisitor: null,
    engagedMs: 0,
    clicks: {},
    waiting: null,
  };
}

/**
 * What a hit makes of its visit, and what it adds to the rollups. In whatever order a visit's hits come, visit and sums are
 * the same in the end: what needs the view waits for it.
 * @param isNewVisitor of a view: whether the visitor's first of the day
 * @returns the visit, the same object when the hit changes nothing about it
 */
export function addToVisit(visit: Visit, hit: Hit, isNewVisitor: boolean, counts: UsageAdditions): Visit {
  const { timezone } = hit;
  const at = hit.occurredAt.getTime();
  switch (hit.type) {
    case 'view':
      return visit.viewed ? visit : view(visit, hit, timezone, isNewVisitor, counts);
    case 'click': {
      const target = hit.target ?? '';
      const { day, hour } = localTime(at, timezone);
      const other = { dimension: 'target', key: target } as const;
      if (!visit.viewed) {
        counts.add(visit.cardId, day, { hour, other }, ONE_CLICK);
        return wait(visit, { at, target });
      }
      counts.add(visit.cardId, day, { hour, ...detailKeys(visit), other }, ONE_CLICK);
      return click(visit, at, target, timezone, counts);
    }
    default: {
      const engagedMs = hit.engagedMs ?? 0;
      return visit.viewed ? engage(visit, at, engagedMs, timezone, counts) : wait(visit, { at, engagedMs });
    }
  }
}

const ONE_CLICK = { clicks: 1 };
const ONE_VIEW = { views: 1 };
const ONE_VIEW_LESS = { views: -1 };

function view(
  visit: Visit,
  hit: Hit,
  timezone: string,
  isNewVisitor: boolean,
  counts: UsageAdditions,
): Visit {
  const { source, linkCode, referrerHost, country, region, city, device, browser, system, occurredAt } = hit;
  const { waiting } = visit;
  let viewed: Visit = {
    ...visit,
    beganAt: occurredAt,
    viewed: true,
    source,
    linkCode,
    referrerHost,
    country,
    region,
    city,
    device,
    browser,
    system,
    newVisitor: isNewVisitor,
    waiting: null,
  };
  const { day, hour } = localTime(occurredAt.getTime(), timezone);
  const one = { views: 1, visitors: isNewVisitor ? 1 : 0 };
  counts.add(visit.cardId, day, { hour, ...detailKeys(viewed) }, one, occurredAt);
  for (const event of waiting ?? []) {
    if ('target' in event) {
      counts.add(visit.cardId, localTime(event.at, timezone).day, detailKeys(viewed), ONE_CLICK);
      viewed = click(viewed, event.at, event.target, timezone, counts);
    } else {
      viewed = engage(viewed, event.at, event.engagedMs, timezone, counts);
    }
  }
  return viewed;
}

/** What a click makes of a visit whose view is known, and what it adds to those that clicked. */
function click(visit: Visit, at: number, target: string, timezone: string, counts: UsageAdditions): Visit {
  const viewedAt = visit.beganAt.getTime();
  if (at > viewedAt + VISIT_MS) return visit;
  // A target may be named like something that every object has.
  const before = Object.hasOwn(visit.clicks, target) ? (visit.clicks[target] ?? 0) : 0;
  if (before === 0) {
    if (Object.keys(visit.clicks).length >= TARGETS_AT_MOST) return visit;
    const { day } = localTime(viewedAt, timezone);
    counts.add(visit.cardId, day, { other: { dimension: 'target', key: target } }, ONE_VIEW);
  }
  return { ...visit, clicks: { ...visit.clicks, [target]: before + 1 } };
}

/** The largest time wins, never more than has passed since the view. */
function engage(visit: Visit, at: number, told: number, timezone: string, counts: UsageAdditions): Visit {
  const viewedAt = visit.beganAt.getTime();
  if (at > viewedAt + VISIT_MS) return visit;
  const engagedMs = Math.min(told, at - viewedAt);
  if (engagedMs <= visit.engagedMs) return visit;
  const added = { engagedMs: engagedMs - visit.engagedMs };
  const { day, hour } = localTime(viewedAt, timezone);
  counts.add(visit.cardId, day, { hour, ...detailKeys(visit) }, added);
  const [before, after] = [roundedEngagedMs(visit.engagedMs), roundedEngagedMs(engagedMs)];
  if (before !== after) {
    if (before > 0) counts.add(visit.cardId, day, engagedKey(before), ONE_VIEW_LESS);
    counts.add(visit.cardId, day, engagedKey(after), ONE_VIEW);
  }
  return { ...visit, engagedMs };
}

function wait(visit: Visit, event: Waiting): Visit {
  const waiting = visit.waiting ?? [];
  return waiting.length < WAITING_AT_MOST ? { ...visit, waiting: [...waiting, event] } : visit;
}

function detailKeys(visit: Visit): AddedKeys {
  return {
    place: keyOf(visit.country, visit.region, visit.city),
    source: keyOf(visit.source, visit.linkCode, visit.referrerHost),
    device: keyOf(visit.device, visit.browser, visit.system),
  };
}

function engagedKey(roundedMs: number): AddedKeys {
  return { other: { dimension: 'engaged', key: String(roundedMs) } };
}

function keyOf(first: string | null, second: string | null, third: string | null): string {
  return `${first ?? ''}/${second ?? ''}/${third ?? ''}`;
}
