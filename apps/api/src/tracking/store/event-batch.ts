import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { localTime } from '../ingest/local-time.js';
import type { Hit } from '../ingest/to-hits.js';
import { ACCOUNT_LOCK } from './account-lock.js';
import { UsageAdditions } from './usage-additions.js';
import { addToVisit, unknownVisit, type Visit } from './visit.js';
import { type VisitMemory, visitKey, visitorKey } from './visit-memory.js';

/** What tells one event from another: its id is unique within its account. */
export function hitKey(hit: Pick<Hit, 'accountId' | 'eventId'>): string {
  return `${hit.accountId}/${hit.eventId}`;
}

// Rows are ordered by their key before every insert, so that two writers lock them in the same order. The statements are
// named: PostgreSQL plans each once a connection. Each begins with the parameter `first`, so that they can be put together.

/** A table of array parameters, one a column. */
function unnest(first: number, types: string): string {
  return `unnest(${types
    .split(' ')
    .map((type, index) => `$${first + index}::${type}[]`)
    .join(', ')})`;
}

/** Whose events are stored: see {@link ACCOUNT_LOCK}. */
const lockAccounts = (first: number): string => `
  SELECT count(pg_advisory_xact_lock_shared(${ACCOUNT_LOCK})) FROM ${unnest(first, 'uuid')} AS account (account_id)`;

/** Fails when one of the ids is known. */
const rememberNewIds = (first: number): string => `
  INSERT INTO tracking_event_ids (account_id, event_id, received_at)
  SELECT account_id, event_id, now() FROM ${unnest(first, 'uuid uuid')} AS hit (account_id, event_id)
   ORDER BY account_id, event_id`;

const REMEMBER_IDS = `${rememberNewIds(1)}
      ON CONFLICT (account_id, event_id) DO NOTHING
  RETURNING account_id AS "accountId", event_id AS "eventId"`;

const READ_VISITS = `
  SELECT account_id AS "accountId", card_id AS "cardId", visit_id AS "visitId", revision, began_at AS "beganAt",
         viewed, source, link_code AS "linkCode", referrer_host AS "referrerHost", country, region, city, device,
         browser, system, new_visitor AS "newVisitor", engaged_ms AS "engagedMs", clicks, waiting
    FROM ${unnest(1, 'uuid uuid uuid')} AS hit (account_id, card_id, visit_id)
    JOIN tracking_visits USING (account_id, card_id, visit_id)`;

/** Fails when one of them has been there. */
const meetNewVisitors = (first: number): string => `
  INSERT INTO usage_visitors (account_id, card_id, day, visitor)
  SELECT * FROM ${unnest(first, 'uuid uuid date bytea')} AS hit (account_id, card_id, day, visitor)
   ORDER BY account_id, card_id, day, visitor`;

const MEET_VISITORS = `${meetNewVisitors(1)}
      ON CONFLICT (account_id, card_id, day, visitor) DO NOTHING
  RETURNING account_id AS "accountId", card_id AS "cardId", to_char(day, 'YYYY-MM-DD') AS day, visitor AS hash`;

const storeViews = (first: number): string => `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, source, link_code,
                               referrer_host, country, region, city, device, browser, system, new_visitor, received_at)
  SELECT account_id, card_id, visit_id, event_id, occurred_at, 'view', source, link_code, referrer_host, country, region,
         city, device, browser, system, new_visitor, now()
    FROM ${unnest(first, 'uuid uuid uuid uuid timestamptz text text text text text text text text text boolean')}
         AS hit (account_id, card_id, visit_id, event_id, occurred_at, source, link_code, referrer_host, country, region,
                 city, device, browser, system, new_visitor)`;

const storeOthers = (first: number): string => `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, target, engaged_ms, received_at)
  SELECT hit.*, now() FROM ${unnest(first, 'uuid uuid uuid uuid timestamptz text text integer')} AS hit`;

/**
 * A visit that somebody else has changed since it was read gets no revision, which a visit must have: the statement fails.
 * @param after something that must be done first
 */
const storeVisits = (first: number, after = ''): string => `
  INSERT INTO tracking_visits (account_id, card_id, visit_id, revision, began_at, viewed, source, link_code,
                               referrer_host, country, region, city, device, browser, system, new_visitor, engaged_ms,
                               clicks, waiting)
  SELECT visit.*
    FROM ${after}
         ${unnest(first, 'uuid uuid uuid integer timestamptz boolean text text text text text text text text text boolean integer jsonb jsonb')}
         AS visit (account_id, card_id, visit_id)
   ORDER BY visit.account_id, visit.card_id, visit.visit_id
      ON CONFLICT (account_id, card_id, visit_id) DO UPDATE
     SET revision = CASE WHEN tracking_visits.revision = excluded.revision - 1 THEN excluded.revision END,
         began_at = excluded.began_at, viewed = excluded.viewed, source = excluded.source,
         link_code = excluded.link_code, referrer_host = excluded.referrer_host, country = excluded.country,
         region = excluded.region, city = excluded.city, device = excluded.device, browser = excluded.browser,
         system = excluded.system, new_visitor = excluded.new_visitor, engaged_ms = excluded.engaged_ms,
         clicks = excluded.clicks, waiting = excluded.waiting`;

const ADDED = 'cards dimensions days keys views visitors clicks engaged_ms viewed_at';

const storeAdditions = (first: number): string => `
  INSERT INTO usage_increments (account_id, increment_id, ${ADDED.replaceAll(' ', ', ')})
  SELECT account_id, increment_id, cards::uuid[], dimensions::text[], days::date[], keys::text[], views::integer[],
         visitors::integer[], clicks::integer[], engaged_ms::bigint[], viewed_at::timestamptz[]
    FROM ${unnest(first, 'uuid uuid text text text text text text text text text')}
         AS increment (account_id, increment_id, ${ADDED.replaceAll(' ', ', ')})`;

/** All at once. Whoever counts an account anew changes its visits under the lock: so it is held before they are. */
const STORE_ALL = `
  WITH locked AS MATERIALIZED (${lockAccounts(1)}),
  ids AS (${rememberNewIds(2)}),
  visitors AS (${meetNewVisitors(4)}),
  views AS (${storeViews(8)}),
  others AS (${storeOthers(23)}),
  visits AS (${storeVisits(31, 'locked,')})
  ${storeAdditions(50)}`;

/**
 * Stores hits, puts their visits together and writes what they add to the rollups, in one transaction. Hits whose id was stored before are left out of all that.
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

const ID_COLUMNS = ['accountId', 'eventId'] as const;
const VISIT_KEY = ['accountId', 'cardId', 'visitId'] as const;

const EVENT_COLUMNS = ['accountId', 'cardId', 'visitId', 'eventId', 'occurredAt'] as const;
const DETAILS = [
  'source',
  'linkCode',
  'referrerHost',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
] as const;
const VIEW_COLUMNS = [...EVENT_COLUMNS, ...DETAILS] as const;
const OTHER_COLUMNS = [...EVENT_COLUMNS, 'type', 'target', 'engagedMs'] as const;

const VISIT_COLUMNS = [
  'accountId',
  'cardId',
  'visitId',
  'revision',
  'beganAt',
  'viewed',
  ...DETAILS,
  'newVisitor',
  'engagedMs',
] as const;

const VISITOR_COLUMNS = ['accountId', 'cardId', 'day', 'hash'] as const;
// In the order of ADDED.
const ADDITIONS = [
  'cards',
  'dimensions',
  'days',
  'keys',
  'views',
  'visitors',
  'clicks',
  'engagedMs',
  'viewedAt',
] as const;

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
