import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { localTime } from '../../clocks/local-time.js';
import { type Hit, type Visitor, visitKey } from '../ingest/to-hits.js';
import { arrayLiteral, columnLists } from './array-literal.js';
import {
  ID_COLUMNS,
  INCREMENT_LISTS,
  lockAccounts,
  MEET_VISITORS,
  OTHER_COLUMNS,
  READ_VISITS,
  REMEMBER_IDS,
  STORE_ALL,
  storeIncrements,
  storeOthers,
  storeViews,
  storeVisits,
  VIEW_COLUMNS,
  VISIT_COLUMNS,
  VISIT_KEY,
  VISITOR_COLUMNS,
} from './event-statements.js';
import { UsageAdditions } from './usage-additions.js';
import { UsageNewsBook } from './usage-news.js';
import { addToVisit, unknownVisit, type Visit } from './visit.js';
import type { VisitMemory } from './visit-memory.js';

/**
 * Stores hits, puts their visits together and writes what they add to the rollups, in one transaction. Hits whose id was
 * stored before are left out of all that.
 *
 * Each wait for an answer costs a turn of a busy event loop, and each statement work on both sides. So first it is taken for
 * granted that every id is new and that visits and visitors are as this process remembers them: all is one statement, and
 * the database refuses it if not so. Only then it is done step by step, asking.
 * @param hits at most one of each key
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
    return new Set(hits.map(({ key }) => key));
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
  const visits = await recall(client, hits, memory);
  const seen = seenIn(hits, visits).filter(({ visitor }) => !memory.hasMet(visitor.hash));
  const newVisitors = seen.map(({ visitor }) => visitor.hash);
  const written = weigh(hits, visits, new Set(newVisitors));
  await client.query({
    name: 'store-all',
    text: STORE_ALL,
    values: [
      accountsOf(hits),
      ...columnLists(hits, ID_COLUMNS),
      ...columnLists(seen, VISITOR_COLUMNS),
      ...writingsOf(written).flat(),
    ],
  });
  memory.keep(written.changed, newVisitors);
}

/** The visits that were begun before. Those that somebody else began are read, unless a view begins them now. */
async function recall(
  client: PoolClient,
  hits: readonly Hit[],
  memory: VisitMemory,
): Promise<Map<string, Visit>> {
  const visits = new Map<string, Visit>();
  const unknown = new Map<string, Hit>();
  const begun = new Set<string>();
  for (const { type, dropped, visitKey: key } of hits)
    if (type === 'view' && dropped === null) begun.add(key);
  for (const hit of hits) {
    if (hit.dropped !== null || visits.has(hit.visitKey)) continue;
    const visit = memory.visit(hit.visitKey);
    if (visit !== undefined) visits.set(hit.visitKey, visit);
    else if (!begun.has(hit.visitKey)) unknown.set(hit.visitKey, hit);
  }
  if (unknown.size === 0) return visits;
  const read = await readVisits(client, [...unknown.values()]);
  memory.keep(read, []);
  for (const [key, visit] of read) visits.set(key, visit);
  return visits;
}

async function storeAsFound(
  client: PoolClient,
  hits: readonly Hit[],
  memory: VisitMemory,
): Promise<Set<string>> {
  try {
    await client.query('BEGIN');
    await client.query({ name: 'lock-accounts', text: lockAccounts(1), values: [accountsOf(hits)] });
    const remembered = await ask<{ accountId: string; eventId: string }>(
      client,
      'remember-ids',
      REMEMBER_IDS,
      columnLists(hits, ID_COLUMNS),
    );
    const fresh = new Set(remembered.map(({ accountId, eventId }) => `${accountId}/${eventId}`));
    const stored = hits.filter(({ key }) => fresh.has(key));
    const asked = [...new Map(stored.map((hit) => [hit.visitKey, hit])).values()];
    const visits = await readVisits(client, asked);
    const seen = seenIn(stored, visits);
    const met = await ask<{ hash: string }>(
      client,
      'meet-visitors',
      MEET_VISITORS,
      columnLists(seen, VISITOR_COLUMNS),
    );
    const written = weigh(stored, visits, new Set(met.map(({ hash }) => hash)));
    const [views, others, changed, increments] = writingsOf(written);
    await client.query({ name: 'store-views', text: storeViews(1), values: views });
    await client.query({ name: 'store-others', text: storeOthers(1), values: others });
    await client.query({ name: 'store-visits', text: storeVisits(1), values: changed });
    await client.query({ name: 'store-increments', text: storeIncrements(1), values: increments });
    await client.query('COMMIT');
    memory.forget(hits.map((hit) => hit.visitKey));
    memory.keep(
      written.changed,
      seen.map(({ visitor }) => visitor.hash),
    );
    return fresh;
  } catch (error) {
    memory.forget(hits.map((hit) => hit.visitKey));
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

/** A view whose visitor can be told. */
interface Seen {
  readonly accountId: string;
  readonly cardId: string;
  readonly visitor: Visitor;
}

/** Who was seen for a visit that counts, each once. A further view of a visit is nobody's first of the day. */
function seenIn(hits: readonly Hit[], visits: ReadonlyMap<string, Visit>): Seen[] {
  const counted = new Set<string>();
  const seen = new Map<string, Seen>();
  for (const { accountId, cardId, visitor, type, dropped, visitKey: key } of hits) {
    if (type !== 'view' || dropped !== null || counted.has(key) || visits.get(key)?.viewed === true) continue;
    counted.add(key);
    if (visitor !== null && !seen.has(visitor.hash)) seen.set(visitor.hash, { accountId, cardId, visitor });
  }
  return [...seen.values()];
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
  /** By account. */
  readonly news: ReadonlyMap<string, UsageNewsBook>;
}

/** @param newVisitors those whose first visit of the day is among the hits */
function weigh(hits: readonly Hit[], visits: ReadonlyMap<string, Visit>, newVisitors: Set<string>): Weighed {
  const counts = new Map<string, UsageAdditions>();
  const news = new Map<string, UsageNewsBook>();
  const changed = new Map<string, Visit>();
  const [views, others]: [Hit[], Hit[]] = [[], []];
  const newVisitor: (boolean | null)[] = [];
  for (const hit of hits) {
    let count = counts.get(hit.accountId);
    if (count === undefined) counts.set(hit.accountId, (count = new UsageAdditions()));
    let book = news.get(hit.accountId);
    if (book === undefined) news.set(hit.accountId, (book = new UsageNewsBook()));
    if (hit.dropped !== null) {
      countDropped(hit, count);
      continue;
    }
    const key = hit.visitKey;
    const before = changed.get(key) ?? visits.get(key) ?? unknownVisit(hit);
    const isVisit = hit.type === 'view' && !before.viewed;
    // Nobody can tell any more who it was: somebody was there. Of several views of one visitor, one is the first.
    const isNewVisitor = isVisit && (hit.visitor === null || newVisitors.delete(hit.visitor.hash));
    const after = addToVisit(before, hit, isNewVisitor, count);
    if (after !== before) changed.set(key, after);
    book.add(hit, isVisit);
    if (hit.type === 'view') {
      views.push(hit);
      newVisitor.push(isVisit ? isNewVisitor : null);
    } else {
      others.push(hit);
    }
  }
  // What it will be in the database.
  for (const [key, visit] of changed) changed.set(key, { ...visit, revision: visit.revision + 1 });
  return { views, newVisitor, others, changed, counts, news };
}

function countDropped(hit: Hit, counts: UsageAdditions): void {
  if (hit.dropped === null || hit.type === 'engagement') return;
  const { day } = localTime(hit.occurredAt.getTime(), hit.timezone);
  const other = { dimension: 'dropped', key: hit.dropped } as const;
  counts.add(hit.cardId, day, { other }, hit.type === 'view' ? { views: 1 } : { clicks: 1 });
}

/** The parameters of the four statements that store views, other events and visits, and what they add to the rollups. */
function writingsOf({
  views,
  newVisitor,
  others,
  changed,
  counts,
  news,
}: Weighed): [string[], string[], string[], string[]] {
  // One for each account, also when it adds nothing: its foreign key sees to it that the account exists.
  const increments = [...counts];
  return [
    [...columnLists(views, VIEW_COLUMNS), arrayLiteral(newVisitor)],
    columnLists(others, OTHER_COLUMNS),
    columnLists([...changed.values()], VISIT_COLUMNS),
    [
      arrayLiteral(increments.map(([accountId]) => accountId)),
      arrayLiteral(increments.map(() => randomUUID())),
      ...INCREMENT_LISTS.map((name) =>
        arrayLiteral(increments.map(([, additions]) => arrayLiteral(additions[name]))),
      ),
      arrayLiteral(increments.map(([accountId]) => news.get(accountId)?.toJson() ?? null)),
    ],
  ];
}

function accountsOf(hits: readonly Hit[]): string {
  return arrayLiteral([...new Set(hits.map(({ accountId }) => accountId))].toSorted());
}

async function readVisits(client: PoolClient, hits: readonly Hit[]): Promise<Map<string, Visit>> {
  const visits = await ask<Visit>(client, 'read-visits', READ_VISITS, columnLists(hits, VISIT_KEY));
  return new Map(visits.map((visit) => [visitKey(visit), visit]));
}

async function ask<Answer extends object>(
  client: PoolClient,
  name: string,
  text: string,
  values: string[],
): Promise<Answer[]> {
  return (await client.query<Answer>({ name, text, values })).rows;
}
