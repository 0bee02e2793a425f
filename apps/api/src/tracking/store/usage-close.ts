import type { EntityManager } from 'typeorm';

/**
 * The sums of closed days. $1 account_id, $2 the first day, $3 the day after the last (both of one month; of a month's sums:
 * all of it), $4 `ALL_CARDS`.
 */

const SUMS = 'sum(views)::integer, sum(visitors)::integer, sum(clicks)::integer, sum(engaged_ms)::bigint';
const FIGURES = 'views, visitors, clicks, engaged_ms';
const INSERT = `
  INSERT INTO usage_closed_breakdowns (account_id, card_id, grain, dimension, start, key, ${FIGURES})`;
const OF_DAYS = 'account_id = $1 AND day >= $2::date AND day < $3::date';

// In the order of their keys, so that what is read together lies together.

/** Day by day, over several cards. */
export const CLOSE_DAYS = `${INSERT}
  SELECT $1::uuid, $4::uuid, 'day', dimension, day, key, ${SUMS}
    FROM usage_day_breakdowns
   WHERE ${OF_DAYS} AND dimension <> 'hour'
   GROUP BY dimension, day, key
  UNION ALL
  SELECT $1::uuid, $4::uuid, 'day', 'total', day, '', ${SUMS}
    FROM usage_days
   WHERE ${OF_DAYS}
   GROUP BY day
   ORDER BY 4, 5, 6`;

/** A month, of each card and over all. $4 is null for an account whose only card is the sum. */
export const CLOSE_MONTH = `
  WITH cards AS (
    SELECT card_id, dimension, key, ${FIGURES} FROM usage_day_breakdowns WHERE ${OF_DAYS} AND dimension <> 'hour'
    UNION ALL
    SELECT card_id, 'week_hour', extract(isodow FROM day) || '-' || key, ${FIGURES}
      FROM usage_day_breakdowns WHERE ${OF_DAYS} AND dimension = 'hour'
    UNION ALL
    SELECT card_id, 'total', '', ${FIGURES} FROM usage_days WHERE ${OF_DAYS}),
  months AS (
    SELECT card_id, dimension, key, sum(views)::integer AS views, sum(visitors)::integer AS visitors,
           sum(clicks)::integer AS clicks, sum(engaged_ms)::bigint AS engaged_ms
      FROM cards GROUP BY card_id, dimension, key)
  ${INSERT}
  SELECT $1::uuid, card_id, 'month', dimension, $2::date, key, ${FIGURES} FROM months
  UNION ALL
  SELECT $1::uuid, $4::uuid, 'month', dimension, $2::date, key, ${SUMS} FROM months
   WHERE $4::uuid IS NOT NULL AND dimension <> 'week_hour'
   GROUP BY dimension, key
   ORDER BY 2, 4, 6`;

/** What each key counts of each of several cards: `usage_closed_cards`. Without $4. */
function closeCards(grain: 'day' | 'month'): string {
  return `
    WITH facts AS (
      SELECT card_id, day, 'total' AS dimension, '' AS key, views AS value FROM usage_days WHERE ${OF_DAYS}
      UNION ALL
      SELECT card_id, day, of.dimension, of.key, of.value
        FROM usage_day_breakdowns b,
             LATERAL (VALUES ('source', 'source', split_part(key, '/', 1), views),
                             ('place', 'country', split_part(key, '/', 1), views),
                             ('place', 'region', split_part(key, '/', 1) || '/' || split_part(key, '/', 2), views),
                             ('place', 'city', key, views),
                             ('target', 'target', key, clicks)) AS of (whole, dimension, key, value)
       WHERE ${OF_DAYS} AND b.dimension IN ('source', 'place', 'target') AND of.whole = b.dimension),
    sums AS (
      SELECT number, dimension, ${grain === 'day' ? 'day' : '$2::date'} AS start, key, sum(value)::integer AS value
        FROM facts
        JOIN cards ON account_id = $1 AND cards.card_id = facts.card_id
       GROUP BY 1, 2, 3, 4
      HAVING sum(value) > 0)
    INSERT INTO usage_closed_cards (account_id, grain, dimension, start, key, cards)
    SELECT $1::uuid, '${grain}', dimension, start, key,
           string_agg(CASE WHEN value < 4096 THEN int4send((number << 12) | value)
                           ELSE int4send(number << 12) || int4send(value) END, '' ORDER BY number)
      FROM sums
     GROUP BY dimension, start, key
     ORDER BY dimension, start, key`;
}

export const CLOSE_CARDS_OF_DAYS = closeCards('day');
export const CLOSE_CARDS_OF_MONTH = closeCards('month');

/** Every day is open again, once the account says so. */
export async function deleteSums(manager: EntityManager, accountId: string): Promise<void> {
  for (const table of ['usage_closed_breakdowns', 'usage_closed_cards']) {
    await manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
  }
}
