import type { EntityManager } from 'typeorm';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';

/** Name under which usage changes are announced to open streams. */
export const USAGE = 'usage';

/** Whose increments are taken: those that somebody else is merging just now are waited for, or left to them. */
export type Others = 'wait' | 'skip';

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
           engaged_ms = usage_day_breakdowns.engaged_ms + excluded.engaged_ms)
  SELECT DISTINCT card_id AS "cardId" FROM added`;

/** Merges what has been added to an account's rollups and announces the change, within the caller's transaction. */
export async function mergeIncrements(
  manager: EntityManager,
  accountId: string,
  others: Others,
): Promise<void> {
  const cards = await manager.query<{ cardId: string }[]>(merge(others), [accountId]);
  if (cards.length === 0) return;
  await manager.query(`SELECT pg_notify('${LIVE_CHANNEL}', notice) FROM unnest($1::text[]) AS notice`, [
    liveNotices(
      USAGE,
      accountId,
      cards.map(({ cardId }) => cardId),
    ),
  ]);
}
