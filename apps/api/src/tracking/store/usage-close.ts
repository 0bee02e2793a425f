/**
 * The sums of closed days. $1 account_id, $2 the first day, $3 the day after the last (all within one month), $4 `ALL_CARDS`,
 * or null for an account whose only card is the sum.
 */

const INSERT = `
  INSERT INTO usage_closed_breakdowns (account_id, card_id, grain, dimension, start, key, views, visitors, clicks,
                                       engaged_ms)`;
const SUMS = 'sum(views)::integer, sum(visitors)::integer, sum(clicks)::integer, sum(engaged_ms)::bigint';
const FIGURES = 'views, visitors, clicks, engaged_ms';

// Country, and country with region, of a place's key.
const AREAS = `
  LATERAL (VALUES ('country', split_part(key, '/', 1)),
                  ('region', split_part(key, '/', 1) || '/' || split_part(key, '/', 2))) AS area (dimension, name)`;

/** Day by day: the areas of each card, and everything over all cards. */
export const CLOSE_DAYS = `${INSERT}
  SELECT $1::uuid, card_id, 'day', area.dimension, day, area.name, ${SUMS}
    FROM usage_day_breakdowns b, ${AREAS}
   WHERE account_id = $1 AND b.dimension = 'place' AND day >= $2 AND day < $3
   GROUP BY card_id, area.dimension, day, area.name
  UNION ALL
  SELECT $1::uuid, $4::uuid, 'day', dimension, day, key, ${SUMS}
    FROM usage_day_breakdowns
   WHERE $4::uuid IS NOT NULL AND account_id = $1 AND dimension <> 'hour' AND day >= $2 AND day < $3
   GROUP BY dimension, day, key
  UNION ALL
  SELECT $1::uuid, $4::uuid, 'day', 'total', day, '', ${SUMS}
    FROM usage_days
   WHERE $4::uuid IS NOT NULL AND account_id = $1 AND day >= $2 AND day < $3
   GROUP BY day`;

/** A month, of each card and over all. $1 account_id, $2 the first day of the next month, $3 as $4 above. */
export const CLOSE_MONTHS = `
  WITH month AS (SELECT ($2::date - interval '1 month')::date AS start),
  days AS (SELECT * FROM usage_day_breakdowns
            WHERE account_id = $1 AND day >= (SELECT start FROM month) AND day < $2::date),
  totals AS (SELECT * FROM usage_days
              WHERE account_id = $1 AND day >= (SELECT start FROM month) AND day < $2::date),
  cards AS (
    SELECT card_id, dimension, key, ${FIGURES} FROM days WHERE dimension <> 'hour'
    UNION ALL
    SELECT card_id, 'week_hour', extract(isodow FROM day) || '-' || key, ${FIGURES} FROM days WHERE dimension = 'hour'
    UNION ALL
    SELECT card_id, area.dimension, area.name, ${FIGURES} FROM days b, ${AREAS} WHERE b.dimension = 'place'
    UNION ALL
    SELECT card_id, 'total', '', ${FIGURES} FROM totals),
  months AS (
    SELECT card_id, dimension, key, sum(views)::integer AS views, sum(visitors)::integer AS visitors,
           sum(clicks)::integer AS clicks, sum(engaged_ms)::bigint AS engaged_ms
      FROM cards GROUP BY card_id, dimension, key)
  ${INSERT}
  SELECT $1::uuid, card_id, 'month', dimension, (SELECT start FROM month), key, ${FIGURES} FROM months
  UNION ALL
  SELECT $1::uuid, $3::uuid, 'month', dimension, (SELECT start FROM month), key, ${SUMS} FROM months
   WHERE $3::uuid IS NOT NULL AND dimension NOT IN ('week_hour', 'country', 'region')
   GROUP BY dimension, key`;
