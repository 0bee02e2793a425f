import type { EntityManager } from 'typeorm';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';
import { type IncrementRows, UsageCounts } from './usage-counts.js';

// A card that is gone meanwhile has no rollups any more.
const COUNT_DAYS = `
  INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms, last_view_at)
  SELECT $1::uuid, card_id, day, views, visitors, clicks, engaged_ms, last_view_at
    FROM unnest($2::uuid[], $3::date[], $4::integer[], $5::integer[], $6::integer[], $7::bigint[], $8::timestamptz[])
         WITH ORDINALITY AS added (card_id, day, views, visitors, clicks, engaged_ms, last_view_at, place)
   WHERE card_id IN (SELECT card_id FROM cards WHERE account_id = $1)
   ORDER BY place
      ON CONFLICT (account_id, card_id, day) DO UPDATE
     SET views = usage_days.views + excluded.views,
         visitors = usage_days.visitors + excluded.visitors,
         clicks = usage_days.clicks + excluded.clicks,
         engaged_ms = usage_days.engaged_ms + excluded.engaged_ms,
         last_view_at = GREATEST(usage_days.last_view_at, excluded.last_view_at)`;

const COUNT_BREAKDOWNS = `
  INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
  SELECT $1::uuid, card_id, dimension, day, key, views, visitors, clicks, engaged_ms
    FROM unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::integer[], $7::integer[], $8::integer[],
                $9::bigint[])
         WITH ORDINALITY AS added (card_id, dimension, day, key, views, visitors, clicks, engaged_ms, place)
   WHERE card_id IN (SELECT card_id FROM cards WHERE account_id = $1)
   ORDER BY place
      ON CONFLICT (account_id, card_id, dimension, day, key) DO UPDATE
     SET views = usage_day_breakdowns.views + excluded.views,
         visitors = usage_day_breakdowns.visitors + excluded.visitors,
         clicks = usage_day_breakdowns.clicks + excluded.clicks,
         engaged_ms = usage_day_breakdowns.engaged_ms + excluded.engaged_ms`;

/** Name under which usage changes are announced to open streams. */
export const USAGE = 'usage';

/** Whose increments are taken: those that somebody else is merging just now are waited for, or left to them. */
export type Others = 'wait' | 'skip';

/**
 * Merges what has been added to an account's rollups and announces the change, within the caller's transaction.
 * @returns how many increments there were
 */
export async function mergeIncrements(
  manager: EntityManager,
  accountId: string,
  others: Others,
): Promise<number> {
  const [increments] = await manager.query<[IncrementRows[], number]>(
    // Locked in the order of the key: two who merge at once wait for each other in turn, never both.
    `DELETE FROM usage_increments
      WHERE account_id = $1 AND increment_id IN (
              SELECT increment_id FROM usage_increments WHERE account_id = $1
               ORDER BY increment_id FOR UPDATE ${others === 'skip' ? 'SKIP LOCKED' : ''})
      RETURNING days, breakdowns`,
    [accountId],
  );
  if (increments.length === 0) return 0;
  const counts = new UsageCounts();
  for (const increment of increments) counts.addRows(increment);
  const { days, breakdowns } = counts;
  await manager.query(COUNT_DAYS, [
    accountId,
    ...columns(days, ['cardId', 'day', 'views', 'visitors', 'clicks', 'engagedMs', 'lastViewAt']),
  ]);
  await manager.query(COUNT_BREAKDOWNS, [
    accountId,
    ...columns(breakdowns, ['cardId', 'dimension', 'day', 'key', 'views', 'visitors', 'clicks', 'engagedMs']),
  ]);
  const cards = [...new Set(days.map(({ cardId }) => cardId))];
  await manager.query(`SELECT pg_notify('${LIVE_CHANNEL}', notice) FROM unnest($1::text[]) AS notice`, [
    liveNotices(USAGE, accountId, cards),
  ]);
  return increments.length;
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
