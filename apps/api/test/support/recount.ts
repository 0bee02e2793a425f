/**
 * Counts again, from what was sent and by the written rules alone: one loop a question, nothing shared with the
 * application and nothing clever. Where the two differ, one of them is wrong.
 */
import type { Delivery, Origin, Person, Reason } from './traffic.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Click {
  readonly at: number;
  readonly target: string;
}

export interface Visit {
  readonly account: string;
  readonly card: string;
  readonly id: string;
  /** Null until its view has arrived; of several, the first to arrive counts. */
  view: { readonly at: number; readonly origin: Origin; readonly person: Person } | null;
  /** Whether it brought a visitor who had not been on the card that day. */
  newVisitor: boolean;
  readonly clicks: Click[];
  readonly engagements: { readonly at: number; readonly engagedMs: number }[];
}

export interface Dropped {
  readonly card: string;
  /** Of the account's time zone then: nothing else is kept of when it was. */
  readonly day: string;
  readonly type: 'view' | 'click';
  readonly reason: Reason;
}

/** Everything that counts of what arrived so far. */
export class Recount {
  readonly visits: Visit[] = [];
  readonly dropped: Dropped[] = [];
  private readonly seen = new Set<string>();
  private readonly visitors = new Set<string>();
  private readonly byId = new Map<string, Visit>();

  /** @param timezones of the accounts, by name: a visitor counts once a day there */
  constructor(private readonly timezones: ReadonlyMap<string, string>) {}

  /** @returns what has to be answered */
  arrived(delivery: Delivery): { accepted: number; ignored: number } {
    const { account, card, person, dropped } = delivery;
    let accepted = 0;
    for (const event of delivery.events) {
      if (this.seen.has(`${account} ${event.id}`)) continue;
      this.seen.add(`${account} ${event.id}`);
      if (dropped !== null) {
        if (event.type !== 'engagement') {
          const day = localDay(event.at, this.timezones.get(account) as string);
          this.dropped.push({ card, day, type: event.type, reason: dropped });
        }
        continue;
      }
      accepted += 1;
      const visit = this.visit(account, card, delivery.visit);
      if (event.type === 'click') visit.clicks.push({ at: event.at, target: event.target });
      else if (event.type === 'engagement') {
        visit.engagements.push({ at: event.at, engagedMs: event.engagedMs });
      } else if (visit.view === null) {
        visit.view = { at: event.at, origin: event.origin, person };
        const timezone = this.timezones.get(account) as string;
        const who = `${card} ${localDay(event.at, timezone)} ${person.address} ${person.userAgent}`;
        visit.newVisitor = !this.visitors.has(who);
        this.visitors.add(who);
      }
    }
    return { accepted, ignored: delivery.events.length - accepted };
  }

  private visit(account: string, card: string, id: string): Visit {
    const known = this.byId.get(`${account} ${id}`);
    if (known !== undefined) return known;
    const visit: Visit = { account, card, id, view: null, newVisitor: false, clicks: [], engagements: [] };
    this.byId.set(`${account} ${id}`, visit);
    this.visits.push(visit);
    return visit;
  }
}

/** Whole milliseconds: the largest told time, within a day of the view and never more than had passed since. */
export function engagedMs({ view, engagements }: Visit): number {
  let longest = 0;
  for (const told of engagements) {
    if (view === null || told.at > view.at + DAY) continue;
    longest = Math.max(longest, Math.min(Math.round(told.engagedMs), Math.max(0, told.at - view.at)));
  }
  return longest;
}

/** The targets clicked not later than a day after the view. */
export function clickedTargets({ view, clicks }: Visit): Set<string> {
  const clicked = new Set<string>();
  for (const { at, target } of clicks) if (view !== null && at <= view.at + DAY) clicked.add(target);
  return clicked;
}

/** Down to two significant digits; below a second, to 100 ms. */
export function roundedDown(ms: number): number {
  if (ms < 1_000) return Math.floor(ms / 100) * 100;
  const digits = String(Math.floor(ms)).length;
  return Number(String(Math.floor(ms)).slice(0, 2)) * 10 ** (digits - 2);
}

/** What a question is about: those cards, on those days of that zone, both ends included. */
export interface Asked {
  readonly cards: readonly string[];
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
}

export interface Counts {
  views: number;
  visitors: number;
  clicks: number;
  engagedMs: number;
}

interface CountedClick extends Click {
  readonly card: string;
  readonly visit: Visit;
}

/** The visits viewed in the period. */
export function visitsOf(recount: Recount, asked: Asked): (Visit & { view: NonNullable<Visit['view']> })[] {
  const found = [];
  for (const visit of recount.visits) {
    const { view } = visit;
    if (view === null || !asked.cards.includes(visit.card)) continue;
    if (isWithin(view.at, asked)) found.push({ ...visit, view });
  }
  return found;
}

/** The clicks made in the period, whenever their visit was. */
export function clicksOf(recount: Recount, asked: Asked): CountedClick[] {
  const found = [];
  for (const visit of recount.visits) {
    if (!asked.cards.includes(visit.card)) continue;
    for (const click of visit.clicks) {
      if (isWithin(click.at, asked)) found.push({ ...click, card: visit.card, visit });
    }
  }
  return found;
}

/**
 * Figures by a name that a visit has, and by the name that a click has.
 * @param ofVisit undefined for a visit that has no such name
 * @param ofClick the same of a click; when left out, a click goes with its visit, if that was ever viewed
 */
export function countedBy(
  recount: Recount,
  asked: Asked,
  ofVisit: (visit: Visit & { view: NonNullable<Visit['view']> }) => string | undefined,
  ofClick: (click: CountedClick) => string | undefined = ({ visit }) =>
    visit.view === null ? undefined : ofVisit({ ...visit, view: visit.view }),
): Map<string, Counts> {
  const counted = new Map<string, Counts>();
  const of = (name: string): Counts => {
    const counts = counted.get(name) ?? { views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
    counted.set(name, counts);
    return counts;
  };
  for (const visit of visitsOf(recount, asked)) {
    const name = ofVisit(visit);
    if (name === undefined) continue;
    const counts = of(name);
    counts.views += 1;
    if (visit.newVisitor) counts.visitors += 1;
    counts.engagedMs += engagedMs(visit);
  }
  for (const click of clicksOf(recount, asked)) {
    const name = ofClick(click);
    if (name !== undefined) of(name).clicks += 1;
  }
  return counted;
}

/** By what it is called when it begins: `2028-02-29`, a Monday, or a first of the month. */
export function bucketOf(at: number, timezone: string, interval: 'day' | 'week' | 'month'): string {
  const day = localDay(at, timezone);
  return interval === 'day' ? day : interval === 'week' ? mondayOf(day) : `${day.slice(0, 8)}01`;
}

/** Every bucket that has a day in the period, empty or not. */
export function bucketsOf({ from, to }: Asked, interval: 'day' | 'week' | 'month'): string[] {
  const buckets = new Set<string>();
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    buckets.add(interval === 'day' ? day : interval === 'week' ? mondayOf(day) : `${day.slice(0, 8)}01`);
  }
  return [...buckets];
}

/** Of the engaged times of the period's visits. */
export function engagement(recount: Recount, asked: Asked) {
  const times = visitsOf(recount, asked).map((visit) => engagedMs(visit));
  const rounded = times.map(roundedDown).toSorted((a, b) => a - b);
  const limits = [0, 5_000, 15_000, 30_000, 60_000, 180_000, Infinity];
  const buckets = [];
  for (let index = 0; index < limits.length - 1; index += 1) {
    const [fromMs, toMs] = [limits[index] as number, limits[index + 1] as number];
    buckets.push({
      fromMs,
      toMs: toMs === Infinity ? null : toMs,
      visits: rounded.filter((ms) => ms >= fromMs && ms < toMs).length,
    });
  }
  let sum = 0;
  for (const ms of times) sum += ms;
  return {
    visits: times.length,
    // Of an even number, the lower of the two in the middle.
    medianMs: times.length === 0 ? null : (rounded[Math.ceil(rounded.length / 2) - 1] as number),
    averageMs: times.length === 0 ? null : Math.round(sum / times.length),
    buckets,
  };
}

/** Clicks of the period by target, and the visits of the period with such a click. */
export function targets(recount: Recount, asked: Asked): Map<string, { clicks: number; visits: number }> {
  const found = new Map<string, { clicks: number; visits: number }>();
  const of = (target: string): { clicks: number; visits: number } => {
    const counts = found.get(target) ?? { clicks: 0, visits: 0 };
    found.set(target, counts);
    return counts;
  };
  for (const { target } of clicksOf(recount, asked)) of(target).clicks += 1;
  for (const visit of visitsOf(recount, asked)) {
    for (const target of clickedTargets(visit)) of(target).visits += 1;
  }
  return found;
}

/** Views and clicks by weekday (1 is Monday) and local hour: `2-09`. */
export function weekHours(recount: Recount, asked: Asked): Map<string, Counts> {
  const name = (at: number): string =>
    `${weekdayOf(localDay(at, asked.timezone))}-${local(at, asked.timezone).hour}`;
  return countedBy(
    recount,
    asked,
    ({ view }) => name(view.at),
    ({ at }) => name(at),
  );
}

export function droppedOf(recount: Recount, asked: Asked): Map<Reason, { views: number; clicks: number }> {
  const found = new Map<Reason, { views: number; clicks: number }>();
  for (const { card, day, type, reason } of recount.dropped) {
    if (!asked.cards.includes(card) || day < asked.from || day > asked.to) continue;
    const counts = found.get(reason) ?? { views: 0, clicks: 0 };
    if (type === 'view') counts.views += 1;
    else counts.clicks += 1;
    found.set(reason, counts);
  }
  return found;
}

function isWithin(at: number, { timezone, from, to }: Asked): boolean {
  const day = localDay(at, timezone);
  return from <= day && day <= to;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const told = new Map<string, Map<number, { day: string; hour: string }>>();

/** What the clocks and calendars of a zone show. */
export function local(at: number, timezone: string): { day: string; hour: string } {
  const inZone = told.get(timezone) ?? new Map<number, { day: string; hour: string }>();
  told.set(timezone, inZone);
  const known = inZone.get(at);
  if (known !== undefined) return known;
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
    formats.set(timezone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: parts.get('hour') as string,
  };
  inZone.set(at, shown);
  return shown;
}

export function localDay(at: number, timezone: string): string {
  return local(at, timezone).day;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function mondayOf(day: string): string {
  return plusDays(day, 1 - weekdayOf(day));
}
