import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { localTime } from '../ingest/local-time.js';
import type { Hit } from '../ingest/to-hits.js';
import {
  ADDITIONS,
  ID_COLUMNS,
  lockAccounts,
  MEET_VISITORS,
  OTHER_COLUMNS,
  READ_VISITS,
  REMEMBER_IDS,
  STORE_ALL,
  storeAdditions,
  storeOthers,
  storeViews,
  storeVisits,
  VIEW_COLUMNS,
  VISIT_COLUMNS,
  VISIT_KEY,
  VISITOR_COLUMNS,
} from './event-statements.js';
import { UsageAdditions } from './usage-additions.js';
import { addToVisit, unknownVisit, type Visit } from './visit.js';
import { type VisitMemory, visitKey, visitorKey } from './visit-memory.js';

/** What tells one event from another: its id is unique within its account. */
export function hitKey(hit: Pick<Hit, 'accountId' | 'eventId'>): string {
  return `${hit.accountId}/${hit.eventId}`;
}

/**
 * Stores hits, puts their visits together and writes what they add to the rollups, in one transaction. Hits whose id was
 * stored before are left out of all that.
 *
 * Each wait for an answer costs a turn of a busy event loop, and each statement work on both sides. So first it is taken for
 * granted that every id is new and that visits and visitors are as this process remembers them: all is one statement, and
 * the database refuses it if not so. Only then it is done step by step, asking.
 * @param hits at most one of each {@link hitKey}
 * @param memory of this process; no other batch of the same accounts may be under way with it
 * @returns the keys of the hits that are stored now and were not before
 */
export async function storeBatch(
  client: PoolClient,
  hits: readonly Hit[],
  memory: VisitMemory,
): Promise<Set<string>> {
  try {
    await storeAsRemembered(client, hits, memory);
    return new Set(hits.map(hitKey));
  } catch (error) {
    if (!isOtherThanRemembered(error)) throw error;
    return storeAsFound(client, hits, memory);
  }
}

async function storeAsRemembered(
  client: PoolClient,
  hits: readonly Hit[],
  memory: VisitMemory,
): Promise<void> {
  const counted = hits.filter(({ dropped }) => dropped === null);
  await recall(client, counted, memory);
  const visits = new Map<string, Visit>();
  for (const hit of counted) {
    const visit = memory.visit(visitKey(hit));
    if (visit !== undefined) visits.set(visitKey(hit), visit);
  }
  const visitors = visitorsOf(counted, visits).filter((visitor) => !memory.hasMet(visitorKey(visitor)));
  const written = weigh(hits, visits, new Set(visitors.map(visitorKey)));
  await client.query({
    name: 'store-all',
    text: STORE_ALL,
    values: [
      accountsOf(hits),
      ...columns(hits, ID_COLUMNS),
      ...columns(visitors, VISITOR_COLUMNS),
      ...writingsOf(written).flat(),
    ],
  });
  memory.keep(written.changed, visitors.map(visitorKey));
}

/** Reads the visits that somebody else began, as far as a view does not begin them now. */
async function recall(client: PoolClient, hits: readonly Hit[], memory: VisitMemory): Promise<void> {
  const begun = new Set(hits.filter(({ type }) => type === 'view').map(visitKey));
  const unknown = new Map<string, Hit>();
  for (const hit of hits) {
    const key = visitKey(hit);
    if (!begun.has(key) && memory.visit(key) === undefined) unknown.set(key, hit);
  }
  if (unknown.size === 0) return;
  const read = await ask<Visit>(
    client,
    'read-visits',
    READ_VISITS,
    columns([...unknown.values()], VISIT_KEY),
  );
  memory.keep(new Map(read.map((visit) => [visitKey(visit), visit])), []);
}

async function storeAsFound(
  client: PoolClient,
  hits: readonly Hit[],
  memory: VisitMemory,
): Promise<Set<string>> {
  try {
    await client.query('BEGIN');
    await client.query({ name: 'lock-accounts', text: lockAccounts(1), values: [accountsOf(hits)] });
    const remembered = await ask<Hit>(client, 'remember-ids', REMEMBER_IDS, columns(hits, ID_COLUMNS));
    const fresh = new Set(remembered.map(hitKey));
    const stored = hits.filter((hit) => fresh.has(hitKey(hit)));
    const asked = [...new Map(stored.map((hit) => [visitKey(hit), hit])).values()];
    const read = await ask<Visit>(client, 'read-visits', READ_VISITS, columns(asked, VISIT_KEY));
    const visits = new Map(read.map((visit) => [visitKey(visit), visit]));
    const visitors = visitorsOf(stored, visits);
    const met = await ask<Visitor>(
      client,
      'meet-visitors',
      MEET_VISITORS,
      columns(visitors, VISITOR_COLUMNS),
    );
    const written = weigh(stored, visits, new Set(met.map(visitorKey)));
    const [views, others, changed, additions] = writingsOf(written);
    await client.query({ name: 'store-views', text: storeViews(1), values: views });
    await client.query({ name: 'store-others', text: storeOthers(1), values: others });
    await client.query({ name: 'store-visits', text: storeVisits(1), values: changed });
    await client.query({ name: 'store-additions', text: storeAdditions(1), values: additions });
    await client.query('COMMIT');
    memory.forget(hits.map(visitKey));
    memory.keep(written.changed, visitors.map(visitorKey));
    return fresh;
  } catch (error) {
    memory.forget(hits.map(visitKey));
    // On a broken connection there is nothing to take back, and this fails too.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** A known id or visitor, or a visit that another instance has changed. */
function isOtherThanRemembered(error: unknown): boolean {
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  // Spread over several machines, a part of a table has its name and its key's followed by a number.
  // Of an id that two instances store at once, the event itself may be refused before its id is.
  const refusing = /^(?:tracking_event_ids|tracking_events\w*|usage_visitors)_pkey/;
  if (code === '23505') return refusing.test(constraint ?? '');
  return code === '23502' && (table?.startsWith('tracking_visits') ?? false);
}

interface Visitor {
  readonly accountId: string;
  readonly cardId: string;
  readonly day: string;
  readonly hash: Buffer;
}

/** Who was seen for a visit that counts, each once. A further view of a visit is nobody's first of the day. */
function visitorsOf(hits: readonly Hit[], visits: ReadonlyMap<string, Visit>): Visitor[] {
  const seen = new Set<string>();
  const visitors = new Map<string, Visitor>();
  for (const hit of hits) {
    const { accountId, cardId, visitor, type, dropped } = hit;
    const key = visitKey(hit);
    if (type !== 'view' || dropped !== null || seen.has(key) || visits.get(key)?.viewed === true) continue;
    seen.add(key);
    if (visitor === null) continue;
    const one = { accountId, cardId, day: visitor.day, hash: visitor.hash };
    visitors.set(visitorKey(one), one);
  }
  return [...visitors.values()];
}

/** What is to be written. */
interface Weighed {
  readonly views: readonly Hit[];
  /** Of each view, if it counts: whether its visitor's first of the day. */
  readonly newVisitor: readonly (boolean | null)[];
  readonly others: readonly Hit[];
  readonly changed: ReadonlyMap<string, Visit>;
  /** By account. */
  readonly counts: ReadonlyMap<string, UsageAdditions>;
}

/** @param newVisitors those whose first visit of the day is among the hits */
function weigh(hits: readonly Hit[], visits: ReadonlyMap<string, Visit>, newVisitors: Set<string>): Weighed {
  const counts = new Map<string, UsageAdditions>();
  const changed = new Map<string, Visit>();
  const [views, others]: [Hit[], Hit[]] = [[], []];
  const newVisitor: (boolean | null)[] = [];
  for (const hit of hits) {
    let count = counts.get(hit.accountId);
    if (count === undefined) counts.set(hit.accountId, (count = new UsageAdditions()));
    if (hit.dropped !== null) {
      countDropped(hit, count);
      continue;
    }
    const key = visitKey(hit);
    const before = changed.get(key) ?? visits.get(key) ?? unknownVisit(hit);
    const isVisit = hit.type === 'view' && !before.viewed;
    const isNewVisitor = isVisit && takeNewVisitor(hit, newVisitors);
    const after = addToVisit(before, hit, isNewVisitor, count);
    if (after !== before) changed.set(key, after);
    if (hit.type === 'view') {
      views.push(hit);
      newVisitor.push(isVisit ? isNewVisitor : null);
    } else {
      others.push(hit);
    }
  }
  // What it will be in the database.
  for (const [key, visit] of changed) changed.set(key, { ...visit, revision: visit.revision + 1 });
  return { views, newVisitor, others, changed, counts };
}

/** Whether a view is its visitor's first of the day: of several in one batch, one is. */
function takeNewVisitor({ accountId, cardId, visitor }: Hit, newVisitors: Set<string>): boolean {
  // Nobody can tell any more who it was: somebody was there.
  if (visitor === null) return true;
  return newVisitors.delete(visitorKey({ accountId, cardId, ...visitor }));
}

function countDropped(hit: Hit, counts: UsageAdditions): void {
  if (hit.dropped === null || hit.type === 'engagement') return;
  const { day } = localTime(hit.occurredAt.getTime(), hit.timezone);
  counts.add(hit.cardId, 'dropped', day, hit.dropped, hit.type === 'view' ? { views: 1 } : { clicks: 1 });
}

/** The parameters of the four statements that store views, other events and visits, and what they add to the rollups. */
function writingsOf({
  views,
  newVisitor,
  others,
  changed,
  counts,
}: Weighed): [unknown[], unknown[], unknown[], unknown[]] {
  const visits = [...changed.values()];
  // One for each account, also when it adds nothing: its foreign key sees to it that the account exists.
  const increments = [...counts];
  return [
    [...columns(views, VIEW_COLUMNS), newVisitor],
    columns(others, OTHER_COLUMNS),
    [
      ...columns(visits, VISIT_COLUMNS),
      visits.map(({ clicks }) => JSON.stringify(clicks)),
      visits.map(({ waiting }) => (waiting === null ? null : JSON.stringify(waiting))),
    ],
    [
      increments.map(([accountId]) => accountId),
      increments.map(() => randomUUID()),
      ...ADDITIONS.map((name) => increments.map(([, additions]) => arrayLiteral(additions[name]))),
    ],
  ];
}

function accountsOf(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(({ accountId }) => accountId))].toSorted();
}

/** One array parameter a column. */
function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) =>
    rows.map((row) => {
      const value = row[name];
      // The driver would spell dates out in local time, slowly.
      return value instanceof Date ? value.toISOString() : value;
    }),
  );
}

async function ask<Answer extends object>(
  client: PoolClient,
  name: string,
  text: string,
  values: unknown[][],
): Promise<Answer[]> {
  return (await client.query<Answer>({ name, text, values })).rows;
}

/** A list as PostgreSQL writes an array: lists of different lengths cannot be a parameter together. */
function arrayLiteral(list: readonly (string | number | Date | null)[]): string {
  const elements = list.map((value) => {
    if (value === null || typeof value === 'number') return String(value);
    return `"${(typeof value === 'string' ? value : value.toISOString()).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}
