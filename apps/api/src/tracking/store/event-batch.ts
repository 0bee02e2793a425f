import type { DatabaseError, PoolClient, QueryConfig } from 'pg';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';
import type { Hit } from '../ingest/to-hits.js';

/** Name under which usage changes are announced to open streams. */
export const USAGE = 'usage';

/** What tells one event from another: its id is unique within its account. */
export function hitKey(hit: Pick<Hit, 'accountId' | 'eventId'>): string {
  return `${hit.accountId}/${hit.eventId}`;
}

// Rows are ordered by their key before every insert, so that two writers lock them in the same order.
// The statements are named: PostgreSQL plans each once a connection.

// Fails when one of the ids is known.
const REMEMBER_NEW_IDS = `
  INSERT INTO tracking_event_ids (account_id, event_id, received_at)
  SELECT account_id, event_id, now()
    FROM unnest($1::uuid[], $2::uuid[]) AS hit (account_id, event_id)
   ORDER BY account_id, event_id`;

const REMEMBER_IDS = `
  INSERT INTO tracking_event_ids (account_id, event_id, received_at)
  SELECT account_id, event_id, now()
    FROM unnest($1::uuid[], $2::uuid[]) AS hit (account_id, event_id)
   ORDER BY account_id, event_id
      ON CONFLICT (account_id, event_id) DO NOTHING
  RETURNING account_id AS "accountId", event_id AS "eventId"`;

const STORE_EVENTS = `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, target, engaged_ms,
                               source, link_code, referrer_host, country, region, city, device, browser, system,
                               received_at)
  SELECT hit.*, now()
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[],
                $8::integer[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                $15::text[], $16::text[], $17::text[]) AS hit`;

const COUNT_DAYS = `
  INSERT INTO usage_days (account_id, card_id, day, views, clicks, last_view_at)
  SELECT account_id, card_id, (occurred_at AT TIME ZONE timezone)::date AS day,
         count(*) FILTER (WHERE type = 'view'), count(*) FILTER (WHERE type = 'click'),
         max(occurred_at) FILTER (WHERE type = 'view')
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])
         AS hit (account_id, card_id, timezone, occurred_at, type)
   WHERE type IN ('view', 'click')
   GROUP BY account_id, card_id, day
   ORDER BY account_id, card_id, day
      ON CONFLICT (account_id, card_id, day) DO UPDATE
     SET views = usage_days.views + excluded.views,
         clicks = usage_days.clicks + excluded.clicks,
         last_view_at = GREATEST(usage_days.last_view_at, excluded.last_view_at)`;

const COUNT_TARGETS = `
  INSERT INTO usage_day_targets (account_id, card_id, day, target, clicks)
  SELECT account_id, card_id, (occurred_at AT TIME ZONE timezone)::date AS day, target, count(*)
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])
         AS hit (account_id, card_id, timezone, occurred_at, target)
   GROUP BY account_id, card_id, day, target
   ORDER BY account_id, card_id, day, target
      ON CONFLICT (account_id, card_id, day, target) DO UPDATE
     SET clicks = usage_day_targets.clicks + excluded.clicks`;

const ANNOUNCE = `SELECT pg_notify('${LIVE_CHANNEL}', notice) FROM unnest($1::text[]) AS notice`;

/**
 * Stores hits, counts them in the rollups and announces the change, in one transaction. Hits whose id was
 * stored before are left out of all three.
 * @param client pipelining
 * @param hits at most one of each {@link hitKey}
 * @returns the keys of the hits that are stored now and were not before
 */
export async function storeBatch(client: PoolClient, hits: readonly Hit[]): Promise<Set<string>> {
  try {
    await storeNew(client, hits);
    return new Set(hits.map(hitKey));
  } catch (error) {
    // Spread over several machines, a part of the table has its key under the same name and a number.
    if (!(error as Partial<DatabaseError>).constraint?.startsWith('tracking_event_ids_pkey')) throw error;
    return storeUnlessKnown(client, hits);
  }
}

/**
 * The whole transaction in one go, which stores nothing when an id proves to be known. Few are, and on a busy
 * process each wait for an answer would cost a turn of the event loop.
 */
async function storeNew(client: PoolClient, hits: readonly Hit[]): Promise<void> {
  const answers = await Promise.allSettled([
    client.query('BEGIN'),
    client.query(named('remember-new-ids', REMEMBER_NEW_IDS, hits, 'accountId', 'eventId')),
    ...statementsFor(hits).map((statement) => client.query(statement)),
    // After a statement that failed, this takes everything back and does not fail.
    client.query('COMMIT'),
  ]);
  // The first failure is the cause of those that follow.
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
}

async function storeUnlessKnown(client: PoolClient, hits: readonly Hit[]): Promise<Set<string>> {
  await client.query('BEGIN');
  try {
    const remembered = await client.query<Pick<Hit, 'accountId' | 'eventId'>>(
      named('remember-ids', REMEMBER_IDS, hits, 'accountId', 'eventId'),
    );
    const fresh = new Set(remembered.rows.map(hitKey));
    for (const statement of statementsFor(hits.filter((hit) => fresh.has(hitKey(hit))))) {
      await client.query(statement);
    }
    await client.query('COMMIT');
    return fresh;
  } catch (error) {
    // On a broken connection there is nothing to take back, and this fails too.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The statements that store hits, count them and announce the change. */
function statementsFor(hits: readonly Hit[]): QueryConfig[] {
  if (hits.length === 0) return [];
  const statements = [
    named(
      'store-events',
      STORE_EVENTS,
      hits,
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
    ),
  ];
  const counted = hits.filter(({ type }) => type !== 'engagement');
  if (counted.length === 0) return statements;
  statements.push(
    named('count-days', COUNT_DAYS, counted, 'accountId', 'cardId', 'timezone', 'occurredAt', 'type'),
  );
  const clicks = hits.filter(({ type }) => type === 'click');
  if (clicks.length > 0) {
    statements.push(
      named(
        'count-targets',
        COUNT_TARGETS,
        clicks,
        'accountId',
        'cardId',
        'timezone',
        'occurredAt',
        'target',
      ),
    );
  }
  statements.push({ name: 'announce', text: ANNOUNCE, values: [notices(counted)] });
  return statements;
}

/** A named statement with one array parameter a column. */
function named(name: string, text: string, hits: readonly Hit[], ...columns: (keyof Hit)[]): QueryConfig {
  return { name, text, values: columns.map((column) => hits.map((hit) => hit[column])) };
}

function notices(hits: readonly Hit[]): string[] {
  const cards = new Map<string, Set<string>>();
  for (const { accountId, cardId } of hits) {
    cards.set(accountId, (cards.get(accountId) ?? new Set()).add(cardId));
  }
  return [...cards].flatMap(([accountId, ids]) => liveNotices(USAGE, accountId, [...ids]));
}
