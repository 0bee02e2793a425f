import { plansWith } from '@num-ecard/contracts/plans';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';
import { repackCards } from './packed-cards.js';
import { CARDS_KEYS } from './usage-close.js';

/** Name under which usage changes are announced to open streams. */
export const USAGE = 'usage';

/** Whose increments are taken: those that somebody else is merging just now are waited for, or left to them. */
export type Others = 'wait' | 'skip';

/** What counts of each card is packed anew past both of these: about half of it is said twice then. */
const LONG_BYTES = 2_000;
const LONG_BYTES_A_CARD = 16;

// Whoever merges now and then need not wait for the disk: what a crash takes back is waiting again, and what waits was committed
// for good.
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`;

// Increments are locked, and rollups written, in the order of their keys: two who merge at once wait for each other in turn,
// never both. A card that is gone meanwhile has no rollups any more.
const merge = (others: Others): string => `
  WITH taken AS (
    DELETE FROM usage_increments
     WHERE account_id = $1 AND increment_id IN (
             SELECT increment_id FROM usage_increments WHERE account_id = $1
              ORDER BY increment_id FOR UPDATE ${others === 'skip' ? 'SKIP LOCKED' : ''})
    RETURNING *),
  added AS MATERIALIZED (
    SELECT one.card_id, one.day, of.dimension, of.key, one.views, one.visitors, one.clicks, one.engaged_ms, one.viewed_at
      FROM taken,
           LATERAL unnest(taken.cards, taken.days, taken.hours, taken.places, taken.sources, taken.devices,
                          taken.dimensions, taken.keys, taken.views, taken.visitors, taken.clicks, taken.engaged_ms,
                          taken.viewed_at)
             AS one (card_id, day, hour, place, source, device, dimension, key, views, visitors, clicks, engaged_ms,
                     viewed_at),
           LATERAL (VALUES ('hour', hour), ('place', place), ('source', source), ('device', device), (dimension, key))
             AS of (dimension, key)
     WHERE of.key IS NOT NULL AND one.card_id IN (SELECT card_id FROM cards WHERE account_id = $1)),
  counted_days AS (
    INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms, last_view_at)
    SELECT $1::uuid, card_id, day, sum(views), sum(visitors), sum(clicks), sum(engaged_ms), max(viewed_at)
      FROM added WHERE dimension = 'hour' GROUP BY card_id, day ORDER BY card_id, day
        ON CONFLICT (account_id, card_id, day) DO UPDATE
       SET views = usage_days.views + excluded.views,
           visitors = usage_days.visitors + excluded.visitors,
           clicks = usage_days.clicks + excluded.clicks,
           engaged_ms = usage_days.engaged_ms + excluded.engaged_ms,
           last_view_at = GREATEST(usage_days.last_view_at, excluded.last_view_at)),
  counted AS (
    INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
    SELECT $1::uuid, card_id, dimension, day, key, sum(views), sum(visitors), sum(clicks), sum(engaged_ms)
      FROM added GROUP BY card_id, dimension, day, key ORDER BY card_id, dimension, day, key
        ON CONFLICT (account_id, card_id, dimension, day, key) DO UPDATE
       SET views = usage_day_breakdowns.views + excluded.views,
           visitors = usage_day_breakdowns.visitors + excluded.visitors,
           clicks = usage_day_breakdowns.clicks + excluded.clicks,
           engaged_ms = usage_day_breakdowns.engaged_ms + excluded.engaged_ms),
  -- Over all cards, of an account with several: day by day, and card by card in one row a key.
  summed AS (
    INSERT INTO usage_open_breakdowns (account_id, dimension, day, key, views, visitors, clicks, engaged_ms)
    SELECT $1::uuid, of.dimension, day, of.key, sum(views), sum(visitors), sum(clicks), sum(engaged_ms)
      FROM added, LATERAL (VALUES (added.dimension, added.key), ('total', '')) AS of (dimension, key)
     WHERE (of.dimension = added.dimension OR added.dimension = 'hour') AND EXISTS (SELECT FROM accounts WHERE account_id = $1 AND usage_open_together)
     GROUP BY of.dimension, day, of.key ORDER BY of.dimension, day, of.key
        ON CONFLICT (account_id, dimension, day, key) DO UPDATE
       SET views = usage_open_breakdowns.views + excluded.views,
           visitors = usage_open_breakdowns.visitors + excluded.visitors,
           clicks = usage_open_breakdowns.clicks + excluded.clicks,
           engaged_ms = usage_open_breakdowns.engaged_ms + excluded.engaged_ms),
  crossed AS (
    SELECT number, of.dimension, day, of.key, sum(of.value)::integer AS value
      FROM added
      JOIN cards ON account_id = $1 AND cards.card_id = added.card_id,
           LATERAL ${CARDS_KEYS}
     WHERE of.whole = added.dimension AND of.value > 0
       AND EXISTS (SELECT FROM accounts WHERE account_id = $1 AND usage_open_together)
     GROUP BY number, of.dimension, day, of.key),
  packed AS (
    INSERT INTO usage_open_cards (account_id, dimension, day, key, cards, total)
    SELECT $1::uuid, dimension, day, key, string_agg(int4send(number << 12) || int4send(value), ''), sum(value)
      FROM crossed GROUP BY dimension, day, key ORDER BY dimension, day, key
        ON CONFLICT (account_id, dimension, day, key) DO UPDATE
       SET cards = usage_open_cards.cards || excluded.cards, total = usage_open_cards.total + excluded.total
    RETURNING dimension, day, key, cards),
  news AS (
    SELECT one.*
      FROM taken, LATERAL jsonb_to_recordset(taken.news)
             AS one (card_id uuid, views integer, clicks integer, links jsonb, old_links jsonb)
     WHERE one.card_id IN (SELECT card_id FROM cards WHERE account_id = $1)),
  untold AS (
    INSERT INTO usage_news (account_id, card_id, since_at, views, clicks)
    SELECT $1::uuid, card_id, now(), sum(views), sum(clicks)
      FROM news
     WHERE views + clicks > 0 AND EXISTS (SELECT FROM accounts WHERE account_id = $1 AND plan = ANY ($2::text[]))
     GROUP BY card_id ORDER BY card_id
        ON CONFLICT (account_id, card_id) DO UPDATE
       SET since_at = LEAST(usage_news.since_at, excluded.since_at),
           views = usage_news.views + excluded.views,
           clicks = usage_news.clicks + excluded.clicks),
  visited AS (
    UPDATE named_links
       SET visited_at = now(),
           visit_untold = one.fresh AND EXISTS (SELECT FROM accounts WHERE account_id = $1 AND plan = ANY ($2::text[]))
      FROM (SELECT card_id, code, bool_or(fresh) AS fresh
              FROM news,
                   LATERAL (SELECT jsonb_array_elements_text(links), true
                            UNION ALL SELECT jsonb_array_elements_text(old_links), false) AS link (code, fresh)
             GROUP BY card_id, code) AS one
     WHERE named_links.account_id = $1 AND named_links.card_id = one.card_id AND named_links.code = one.code
       AND visited_at IS NULL)
  SELECT ARRAY(SELECT DISTINCT card_id::text FROM added) AS "cards",
         ${others === 'skip' ? UNHURRIED : 'NULL'} AS "unhurried",
         ARRAY(SELECT json_build_object('dimension', dimension, 'day', day, 'key', key, 'cards', encode(cards, 'hex'))
                 FROM packed
                WHERE octet_length(cards) > GREATEST(${LONG_BYTES}, ${LONG_BYTES_A_CARD} * (
                        SELECT count(*) FROM cards WHERE account_id = $1))) AS "long"`;

/** The models whose owners are told of visits. */
const TOLD = plansWith('usage.notifications');
const MERGE = { wait: merge('wait'), skip: merge('skip') } as const;

interface Merged {
  /** Whose figures have changed. */
  readonly cards: readonly string[];
  /** What has been appended to so often that it is worth packing anew. */
  readonly long: readonly { dimension: string; day: string; key: string; cards: string }[];
}

/**
 * Merges what has been added to an account's rollups and announces the change, within the caller's transaction. What its owner may be told of
 * is put by in the same statement: each visit once, and none that is only counted anew.
 */
export async function mergeIncrements(
  manager: EntityManager,
  accountId: string,
  others: Others,
): Promise<void> {
  // Prepared: to understand and plan the statement takes several times as long as to carry it out.
  const connection = (await manager.queryRunner?.connect()) as PoolClient;
  const {
    rows: [{ cards, long } = { cards: [], long: [] }],
  } = await connection.query<Merged>({
    name: `merge-increments-${others}`,
    text: MERGE[others],
    values: [accountId, TOLD],
  });
  for (const { dimension, day, key, cards: packed } of long) {
    await manager.query(
      'UPDATE usage_open_cards SET cards = $5 WHERE (account_id, dimension, day, key) = ($1, $2, $3, $4)',
      [accountId, dimension, day, key, repackCards(Buffer.from(packed, 'hex'))],
    );
  }
  if (cards.length === 0) return;
  await manager.query(`SELECT pg_notify('${LIVE_CHANNEL}', notice) FROM unnest($1::text[]) AS notice`, [
    liveNotices(USAGE, accountId, cards),
  ]);
}
