import type { PoolClient, QueryConfig } from 'pg';
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
 * @param hits at most one of each {@link hitKey}
 * @returns the keys of the hits that are stored now and were not before
 */
export async function storeBatch(client: PoolClient, hits: readonly Hit[]): Promise<Set<string>> {
  await client.query('BEGIN');
  try {
    const remembered = await client.query<Pick<Hit, 'accountId' | 'eventId'>>(
      named('remember-ids', REMEMBER_IDS, hits, 'accountId', 'eventId'),
    );
    const fresh = new Set(remembered.rows.map(hitKey));
    await storeFresh(
      client,
      hits.filter((hit) => fresh.has(hitKey(hit))),
    );
    await client.query('COMMIT');
    return fresh;
  } catch (error) {
    // On a broken connection there is nothing to take back, and this fails too.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function storeFresh(client: PoolClient, hits: readonly Hit[]): Promise<void> {
  if (hits.length === 0) return;
  await client.query(
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
  );
  const counted = hits.filter(({ type }) => type !== 'engagement');
  if (counted.length === 0) return;
  await client.query(
    named('count-days', COUNT_DAYS, counted, 'accountId', 'cardId', 'timezone', 'occurredAt', 'type'),
  );
  const clicks = hits.filter(({ type }) => type === 'click');
  if (clicks.length > 0) {
    await client.query(
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
  await client.query({ name: 'announce', text: ANNOUNCE, values: [notices(counted)] });
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
