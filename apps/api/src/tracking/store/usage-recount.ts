/**
 * What visits and rollups must be, straight from the events: the same rules as `visit.ts`, once more and as sets. The one
 * keeps the figures as events come, this one checks them, and makes them anew.
 *
 * All are SELECTs over one account. $1 account_id, $2 the first moment, $3 the moment after the last, $4 the time zone; the
 * moments must be the first ones of local days.
 */

/** One that no instance remembers the visit by: what it remembers may be another state of it. */
const NEW_REVISION = '(2 + floor(random() * 1000000000))::integer';

/** The visits viewed in the time, as `tracking_visits` has them. */
export const RECOUNTED_VISITS = `
  WITH viewed AS (
    SELECT * FROM tracking_events
     WHERE account_id = $1 AND type = 'view' AND new_visitor IS NOT NULL
       AND occurred_at >= $2::timestamptz AND occurred_at < $3::timestamptz),
  later AS (
    SELECT e.card_id, e.visit_id, e.type, e.target,
           LEAST(e.engaged_ms, (extract(epoch FROM e.occurred_at - v.occurred_at) * 1000)::bigint) AS engaged_ms
      FROM viewed v
      JOIN tracking_events e ON e.account_id = $1 AND e.card_id = v.card_id AND e.visit_id = v.visit_id
     WHERE e.type IN ('click', 'engagement')
       AND e.occurred_at >= $2::timestamptz - interval '48 hours'
       AND e.occurred_at < $3::timestamptz + interval '24 hours'
       AND e.occurred_at <= v.occurred_at + interval '24 hours'),
  clicked AS (
    SELECT card_id, visit_id, jsonb_object_agg(target, clicks) AS clicks
      FROM (SELECT card_id, visit_id, target, count(*) AS clicks FROM later WHERE type = 'click' GROUP BY 1, 2, 3) AS c
     GROUP BY 1, 2),
  engaged AS (
    SELECT card_id, visit_id, GREATEST(max(engaged_ms), 0)::integer AS engaged_ms
      FROM later WHERE type = 'engagement' GROUP BY 1, 2)
  SELECT v.account_id, v.card_id, v.visit_id, ${NEW_REVISION} AS revision, v.occurred_at AS began_at, true AS viewed, v.source,
         v.link_code, v.referrer_host, v.country, v.region, v.city, v.device, v.browser, v.system, v.new_visitor,
         coalesce(e.engaged_ms, 0) AS engaged_ms, coalesce(c.clicks, '{}') AS clicks, NULL::jsonb AS waiting
    FROM viewed v
    LEFT JOIN engaged e USING (card_id, visit_id)
    LEFT JOIN clicked c USING (card_id, visit_id)`;

/** Visits whose view has not come, and may still: what of them waits for it. Of the events since $2. */
export const RECOUNTED_WAITING = `
  SELECT e.account_id, e.card_id, e.visit_id, ${NEW_REVISION} AS revision, min(e.occurred_at) AS began_at, false AS viewed,
         NULL::text AS source, NULL::text AS link_code, NULL::text AS referrer_host, NULL::text AS country,
         NULL::text AS region, NULL::text AS city, NULL::text AS device, NULL::text AS browser, NULL::text AS system,
         NULL::boolean AS new_visitor, 0 AS engaged_ms, '{}'::jsonb AS clicks,
         jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'at', (extract(epoch FROM e.occurred_at) * 1000)::bigint, 'target', e.target, 'engagedMs', e.engaged_ms)))
           AS waiting
    FROM tracking_events e
   WHERE e.account_id = $1 AND e.type <> 'view' AND e.occurred_at >= $2::timestamptz
     AND NOT EXISTS (SELECT 1 FROM tracking_visits v
                      WHERE v.account_id = $1 AND v.card_id = e.card_id AND v.visit_id = e.visit_id)
   GROUP BY e.account_id, e.card_id, e.visit_id`;

// The visits of the time, and its clicks with what is known of their visits.
const FACTS = `
  WITH visits AS (
    SELECT card_id, began_at, began_at AT TIME ZONE $4 AS local, new_visitor::integer AS visitors, engaged_ms, clicks,
           concat(country, '/', region, '/', city) AS place,
           concat(source, '/', link_code, '/', referrer_host) AS source,
           concat(device, '/', browser, '/', system) AS device
      FROM tracking_visits
     WHERE account_id = $1 AND viewed AND began_at >= $2::timestamptz AND began_at < $3::timestamptz),
  clicks AS (
    SELECT e.card_id, e.occurred_at AT TIME ZONE $4 AS local, e.target, coalesce(v.viewed, false) AS viewed,
           concat(v.country, '/', v.region, '/', v.city) AS place,
           concat(v.source, '/', v.link_code, '/', v.referrer_host) AS source,
           concat(v.device, '/', v.browser, '/', v.system) AS device
      FROM tracking_events e
      LEFT JOIN tracking_visits v ON v.account_id = $1 AND v.card_id = e.card_id AND v.visit_id = e.visit_id
     WHERE e.account_id = $1 AND e.type = 'click'
       AND e.occurred_at >= $2::timestamptz AND e.occurred_at < $3::timestamptz)`;

/** As `usage_days` has them. */
export const RECOUNTED_DAYS = `${FACTS}
  SELECT $1::uuid AS account_id, card_id, local::date AS day, sum(views)::integer AS views,
         sum(visitors)::integer AS visitors, sum(clicks)::integer AS clicks, sum(engaged_ms)::bigint AS engaged_ms,
         max(viewed_at) AS last_view_at
    FROM (SELECT card_id, local, 1 AS views, visitors, 0 AS clicks, engaged_ms, began_at AS viewed_at FROM visits
          UNION ALL
          SELECT card_id, local, 0, 0, 1, 0, NULL FROM clicks) AS fact
   GROUP BY card_id, local::date`;

/** As `usage_day_breakdowns` has them. What was dropped left no event: it is not among them. */
export const RECOUNTED_BREAKDOWNS = `${FACTS},
  facts AS (
    SELECT card_id, local::date AS day, dimension, key, 1 AS views, visitors, 0 AS clicks, engaged_ms
      FROM visits, LATERAL (VALUES ('hour', to_char(local, 'HH24')), ('place', place), ('source', source),
                                   ('device', device)) AS of (dimension, key)
    UNION ALL
    SELECT card_id, local::date, 'target', target, 1, 0, 0, 0
      FROM visits, LATERAL jsonb_object_keys(clicks) AS of (target)
    UNION ALL
    SELECT card_id, local::date, 'engaged', (engaged_ms / step * step)::text, 1, 0, 0, 0
      FROM visits, LATERAL (SELECT GREATEST(100, power(10, length(engaged_ms::text) - 2))::integer AS step) AS rounding
     WHERE engaged_ms >= step
    UNION ALL
    SELECT card_id, local::date, dimension, key, 0, 0, 1, 0
      FROM clicks, LATERAL (VALUES ('hour', to_char(local, 'HH24')), ('target', target)) AS of (dimension, key)
    UNION ALL
    SELECT card_id, local::date, dimension, key, 0, 0, 1, 0
      FROM clicks, LATERAL (VALUES ('place', place), ('source', source), ('device', device)) AS of (dimension, key)
     WHERE viewed)
  SELECT $1::uuid AS account_id, card_id, dimension, day, key, sum(views)::integer AS views,
         sum(visitors)::integer AS visitors, sum(clicks)::integer AS clicks, sum(engaged_ms)::bigint AS engaged_ms
    FROM facts
   GROUP BY card_id, dimension, day, key`;
