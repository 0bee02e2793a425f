import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { corked } from '../../database/pool.js';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';
import { localTime } from '../ingest/local-time.js';
import type { Hit } from '../ingest/to-hits.js';
import { UsageCounts } from './usage-counts.js';
import { addToVisit, unknownVisit, type Visit } from './visit.js';

/** Name under which usage changes are announced to open streams. */
export const USAGE = 'usage';

/** What tells one event from another: its id is unique within its account. */
export function hitKey(hit: Pick<Hit, 'accountId' | 'eventId'>): string {
  return `${hit.accountId}/${hit.eventId}`;
}

const visitKey = ({ accountId, cardId, visitId }: Pick<Visit, 'accountId' | 'cardId' | 'visitId'>): string =>
  `${accountId}/${cardId}/${visitId}`;

// Rows are ordered by their key before every insert, so that two writers lock them in the same order.
// The statements are named: PostgreSQL plans each once a connection.

/** Shared by all who store an account's events, and exclusive of whoever counts its rollups anew. */
export const ACCOUNT_LOCK = `hashtextextended(account_id::text, 20261123)`;

const LOCK_ACCOUNTS = `
  SELECT pg_advisory_xact_lock_shared(${ACCOUNT_LOCK}) FROM unnest($1::uuid[]) AS account (account_id)`;

// A statement of its own: it sees what the one who held the lock has done.
const READ_ACCOUNTS = `
  SELECT account_id AS "accountId", timezone FROM accounts WHERE account_id = ANY ($1::uuid[])`;

const REMEMBER_IDS = `
  INSERT INTO tracking_event_ids (account_id, event_id, received_at)
  SELECT account_id, event_id, now()
    FROM unnest($1::uuid[], $2::uuid[]) AS hit (account_id, event_id)
   ORDER BY account_id, event_id
      ON CONFLICT (account_id, event_id) DO NOTHING`;

const REMEMBER_IDS_AND_TELL = `${REMEMBER_IDS} RETURNING account_id AS "accountId", event_id AS "eventId"`;

const READ_VISITS = `
  SELECT account_id AS "accountId", card_id AS "cardId", visit_id AS "visitId", revision, began_at AS "beganAt",
         viewed, source, link_code AS "linkCode", referrer_host AS "referrerHost", country, region, city, device,
         browser, system, new_visitor AS "newVisitor", engaged_ms AS "engagedMs", clicks, waiting
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS hit (account_id, card_id, visit_id)
    JOIN tracking_visits USING (account_id, card_id, visit_id)`;

const RECOGNISE_VISITORS = `
  INSERT INTO usage_visitors (account_id, card_id, day, visitor)
  SELECT account_id, card_id, day, visitor
    FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::bytea[], $5::uuid[])
         AS hit (account_id, card_id, day, visitor, visit_id)
   -- A further view of a visit counts nothing, and must not take the day's first visit from whom it is of.
   WHERE (SELECT viewed FROM tracking_visits v
           WHERE v.account_id = hit.account_id AND v.card_id = hit.card_id AND v.visit_id = hit.visit_id) IS NOT TRUE
   ORDER BY account_id, card_id, day, visitor
      ON CONFLICT (account_id, card_id, day, visitor) DO NOTHING
  RETURNING account_id || '/' || card_id || '/' || to_char(day, 'YYYY-MM-DD') || '/' || encode(visitor, 'hex') AS name`;

const STORE_EVENTS = `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, target, engaged_ms,
                               source, link_code, referrer_host, country, region, city, device, browser, system,
                               new_visitor, received_at)
  SELECT hit.*, now()
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[],
                $8::integer[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                $15::text[], $16::text[], $17::text[], $18::boolean[]) AS hit`;

// A visit that somebody else has changed since it was read gets no revision, which a visit must have: the transaction fails.
const STORE_VISITS = `
  INSERT INTO tracking_visits (account_id, card_id, visit_id, revision, began_at, viewed, source, link_code,
                               referrer_host, country, region, city, device, browser, system, new_visitor, engaged_ms,
                               clicks, waiting)
  SELECT account_id, card_id, visit_id, revision + 1, began_at, viewed, source, link_code, referrer_host, country,
         region, city, device, browser, system, new_visitor, engaged_ms, clicks, waiting
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::timestamptz[], $6::boolean[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                $16::boolean[], $17::integer[], $18::jsonb[], $19::jsonb[])
         AS visit (account_id, card_id, visit_id, revision, began_at, viewed, source, link_code, referrer_host, country,
                   region, city, device, browser, system, new_visitor, engaged_ms, clicks, waiting)
   ORDER BY account_id, card_id, visit_id
      ON CONFLICT (account_id, card_id, visit_id) DO UPDATE
     SET revision = CASE WHEN tracking_visits.revision = excluded.revision - 1 THEN excluded.revision END,
         began_at = excluded.began_at, viewed = excluded.viewed, source = excluded.source,
         link_code = excluded.link_code, referrer_host = excluded.referrer_host, country = excluded.country,
         region = excluded.region, city = excluded.city, device = excluded.device, browser = excluded.browser,
         system = excluded.system, new_visitor = excluded.new_visitor, engaged_ms = excluded.engaged_ms,
         clicks = excluded.clicks, waiting = excluded.waiting`;

const COUNT_DAYS = `
  INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms, last_view_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::integer[], $5::integer[], $6::integer[], $7::bigint[],
                       $8::timestamptz[])
      ON CONFLICT (account_id, card_id, day) DO UPDATE
     SET views = usage_days.views + excluded.views,
         visitors = usage_days.visitors + excluded.visitors,
         clicks = usage_days.clicks + excluded.clicks,
         engaged_ms = usage_days.engaged_ms + excluded.engaged_ms,
         last_view_at = GREATEST(usage_days.last_view_at, excluded.last_view_at)`;

const COUNT_BREAKDOWNS = `
  INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::text[], $6::integer[], $7::integer[],
                       $8::integer[], $9::bigint[])
      ON CONFLICT (account_id, card_id, dimension, day, key) DO UPDATE
     SET views = usage_day_breakdowns.views + excluded.views,
         visitors = usage_day_breakdowns.visitors + excluded.visitors,
         clicks = usage_day_breakdowns.clicks + excluded.clicks,
         engaged_ms = usage_day_breakdowns.engaged_ms + excluded.engaged_ms`;

const ANNOUNCE = `SELECT pg_notify('${LIVE_CHANNEL}', notice) FROM unnest($1::text[]) AS notice`;

/** The account was deleted since the card was looked up. */
export class AccountIsGone extends Error {}

/** What has to be known of the database before hits can be weighed. */
interface Known {
  /** By account. */
  readonly timezones: ReadonlyMap<string, string>;
  readonly visits: Map<string, Visit>;
  /** Those whose first visit of the day this is. */
  readonly newVisitors: Set<string>;
}

/**
 * Stores hits, puts their visits together, counts them in the rollups and announces the change, in one transaction. Hits
 * whose id was stored before are left out of all that.
 *
 * Two turns of question and answer: what must be known, then all that is to be written. On a busy process each wait for an
 * answer costs a turn of the event loop, so everything of a turn goes out in one go.
 * @param client pipelining
 * @param hits at most one of each {@link hitKey}
 * @returns the keys of the hits that are stored now and were not before
 */
export async function storeBatch(client: PoolClient, hits: readonly Hit[]): Promise<Set<string>> {
  try {
    let fresh = hits;
    let [remembered, known] = await begin(client, hits, 'remember-ids', REMEMBER_IDS);
    // Few are known. Which of them is asked only then, for to be told is work as well.
    if ((remembered.rowCount ?? 0) < hits.length) {
      await client.query('ROLLBACK');
      [remembered, known] = await begin(client, hits, 'remember-ids-and-tell', REMEMBER_IDS_AND_TELL);
      const keys = new Set((remembered.rows as Pick<Hit, 'accountId' | 'eventId'>[]).map(hitKey));
      fresh = hits.filter((hit) => keys.has(hitKey(hit)));
    }
    await send(client, [...statementsFor(fresh, known), { text: 'COMMIT' }]);
    return new Set(fresh.map(hitKey));
  } catch (error) {
    // On a broken connection there is nothing to take back, and this fails too.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function begin(
  client: PoolClient,
  hits: readonly Hit[],
  name: string,
  remember: string,
): Promise<[QueryResult, Known]> {
  const accounts = [...new Set(hits.map(({ accountId }) => accountId))].toSorted();
  const counted = hits.filter(({ dropped }) => dropped === null);
  const visits = [...new Map(counted.map((hit) => [visitKey(hit), hit])).values()];
  // Of an id that is known already the visitor is known as well, while the day's salt lasts.
  const visitors = firstViews(counted).flatMap(({ accountId, cardId, visitId, visitor }) =>
    visitor === null ? [] : [{ accountId, cardId, visitId, day: visitor.day, hash: visitor.hash }],
  );
  const [, , zones, remembered, read, recognised] = await send(client, [
    { text: 'BEGIN' },
    { name: 'lock-accounts', text: LOCK_ACCOUNTS, values: [accounts] },
    { name: 'read-accounts', text: READ_ACCOUNTS, values: [accounts] },
    named(name, remember, hits, ['accountId', 'eventId']),
    named('read-visits', READ_VISITS, visits, ['accountId', 'cardId', 'visitId']),
    named('recognise-visitors', RECOGNISE_VISITORS, visitors, [
      'accountId',
      'cardId',
      'day',
      'hash',
      'visitId',
    ]),
  ]);
  const known = {
    timezones: new Map(
      (zones?.rows as { accountId: string; timezone: string }[]).map(({ accountId, timezone }) => [
        accountId,
        timezone,
      ]),
    ),
    visits: new Map((read?.rows as Visit[]).map((visit) => [visitKey(visit), visit])),
    newVisitors: new Set((recognised?.rows as { name: string }[]).map((row) => row.name)),
  };
  return [remembered as QueryResult, known];
}

/** Of each visit the one view that can count. */
function firstViews(hits: readonly Hit[]): Hit[] {
  const views = new Map<string, Hit>();
  for (const hit of hits) {
    if (hit.type === 'view' && !views.has(visitKey(hit))) views.set(visitKey(hit), hit);
  }
  return [...views.values()];
}

/** The statements that store hits and visits, count them and announce the change. */
function statementsFor(hits: readonly Hit[], known: Known): QueryConfig[] {
  if (hits.length === 0) return [];
  const counts = new UsageCounts();
  const changed = new Map<string, Visit>();
  const stored: (Hit & { newVisitor: boolean | null })[] = [];
  for (const hit of hits) {
    const timezone = known.timezones.get(hit.accountId);
    if (timezone === undefined) throw new AccountIsGone();
    if (hit.dropped !== null) {
      countDropped(hit, timezone, counts);
      continue;
    }
    const key = visitKey(hit);
    const before = changed.get(key) ?? known.visits.get(key) ?? unknownVisit(hit);
    const isVisit = hit.type === 'view' && !before.viewed;
    const isNewVisitor = isVisit && takeNewVisitor(hit, known.newVisitors);
    const after = addToVisit(before, hit, timezone, isNewVisitor, counts);
    if (after !== before) changed.set(key, after);
    stored.push({ ...hit, newVisitor: isVisit ? isNewVisitor : null });
  }
  const { days, breakdowns } = counts;
  const statements: QueryConfig[] = [];
  if (stored.length > 0) statements.push(named('store-events', STORE_EVENTS, stored, EVENT_COLUMNS));
  if (changed.size > 0) {
    const visits = [...changed.values()].map((visit) => ({
      ...visit,
      clicks: JSON.stringify(visit.clicks),
      waiting: visit.waiting === null ? null : JSON.stringify(visit.waiting),
    }));
    statements.push(named('store-visits', STORE_VISITS, visits, VISIT_COLUMNS));
  }
  if (days.length > 0) statements.push(named('count-days', COUNT_DAYS, days, DAY_COLUMNS));
  if (breakdowns.length > 0) {
    statements.push(named('count-breakdowns', COUNT_BREAKDOWNS, breakdowns, BREAKDOWN_COLUMNS));
  }
  const seen = stored.filter(({ type }) => type !== 'engagement');
  if (seen.length > 0) statements.push({ name: 'announce', text: ANNOUNCE, values: [notices(seen)] });
  return statements;
}

/** Whether a view is its visitor's first of the day: of several in one batch, one is. */
function takeNewVisitor({ accountId, cardId, visitor }: Hit, newVisitors: Set<string>): boolean {
  // Nobody can tell any more who it was: somebody was there.
  if (visitor === null) return true;
  return newVisitors.delete(`${accountId}/${cardId}/${visitor.day}/${visitor.hash.toString('hex')}`);
}

function countDropped(hit: Hit, timezone: string, counts: UsageCounts): void {
  if (hit.dropped === null || hit.type === 'engagement') return;
  const { day } = localTime(hit.occurredAt.getTime(), timezone);
  counts.add(hit, 'dropped', day, hit.dropped, hit.type === 'view' ? { views: 1 } : { clicks: 1 });
}

const EVENT_COLUMNS = [
  'accountId',
  'cardId',
  'visitId',
  'eventId',
  'occurredAt',
  'type',
  'target',
  'engagedMs',
  'source',
  'linkCode',
  'referrerHost',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
  'newVisitor',
] as const;

const VISIT_COLUMNS = [
  'accountId',
  'cardId',
  'visitId',
  'revision',
  'beganAt',
  'viewed',
  'source',
  'linkCode',
  'referrerHost',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
  'newVisitor',
  'engagedMs',
  'clicks',
  'waiting',
] as const;

const FIGURES = ['views', 'visitors', 'clicks', 'engagedMs'] as const;
const DAY_COLUMNS = ['accountId', 'cardId', 'day', ...FIGURES, 'lastViewAt'] as const;
const BREAKDOWN_COLUMNS = ['accountId', 'cardId', 'dimension', 'day', 'key', ...FIGURES] as const;

/** A named statement with one array parameter a column. */
function named<Row>(
  name: string,
  text: string,
  rows: readonly Row[],
  columns: readonly (keyof Row)[],
): QueryConfig {
  return { name, text, values: columns.map((column) => rows.map((row) => row[column])) };
}

/** Sends statements in one go. @throws the first failure, which is the cause of those that follow */
async function send(client: PoolClient, statements: readonly QueryConfig[]): Promise<QueryResult[]> {
  const answers = await Promise.allSettled(
    corked(client, () => statements.map((statement) => client.query(statement))),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

function notices(hits: readonly Hit[]): string[] {
  const cards = new Map<string, Set<string>>();
  for (const { accountId, cardId } of hits) {
    cards.set(accountId, (cards.get(accountId) ?? new Set()).add(cardId));
  }
  return [...cards].flatMap(([accountId, ids]) => liveNotices(USAGE, accountId, [...ids]));
}
