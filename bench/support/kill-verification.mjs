import { setTimeout as sleep } from 'node:timers/promises';
import { compareSums, SUM_SABOTAGES } from './kill-sums.mjs';
import { summaryOf } from './operator.mjs';

// Straight from the events, without a line of the code that keeps visits and rollups.
const RECOUNT = `
  WITH views AS (
    SELECT e.*, e.occurred_at AT TIME ZONE a.timezone AS local
      FROM tracking_events e JOIN accounts a USING (account_id)
     WHERE e.type = 'view' AND e.new_visitor IS NOT NULL),
  clicks AS (
    SELECT e.*, e.occurred_at AT TIME ZONE a.timezone AS local
      FROM tracking_events e JOIN accounts a USING (account_id)
     WHERE e.type = 'click'),
  times AS (
    SELECT v.account_id, v.card_id, v.visit_id,
           max(least(e.engaged_ms, extract(epoch FROM e.occurred_at - v.occurred_at) * 1000)) AS ms
      FROM views v
      JOIN tracking_events e
        ON e.account_id = v.account_id AND e.card_id = v.card_id AND e.visit_id = v.visit_id AND e.type = 'engagement'
     WHERE e.occurred_at <= v.occurred_at + interval '24 hours'
     GROUP BY 1, 2, 3),
  pressed AS (
    SELECT v.account_id, v.card_id, v.visit_id, v.local, c.target, count(*) AS times
      FROM views v
      JOIN clicks c ON c.account_id = v.account_id AND c.card_id = v.card_id AND c.visit_id = v.visit_id
     WHERE c.occurred_at <= v.occurred_at + interval '24 hours'
     GROUP BY 1, 2, 3, 4, 5),
  visits AS (
    SELECT v.account_id, v.card_id, v.visit_id, v.occurred_at, v.local, v.new_visitor,
           greatest(t.ms, 0)::bigint AS engaged_ms,
           concat(v.country, '/', v.region, '/', v.city) AS place,
           concat(v.source, '/', v.link_code, '/', v.referrer_host) AS source,
           concat(v.device, '/', v.browser, '/', v.system) AS device
      FROM views v LEFT JOIN times t USING (account_id, card_id, visit_id))`;

const VISIT_DRIFT = `${RECOUNT},
  told AS (
    SELECT v.*, coalesce((SELECT jsonb_object_agg(p.target, p.times) FROM pressed p
                           WHERE p.account_id = v.account_id AND p.card_id = v.card_id AND p.visit_id = v.visit_id),
                         '{}') AS clicks
      FROM visits v)
  SELECT count(*)::integer AS compared,
         (count(*) FILTER (WHERE (t.occurred_at, t.new_visitor, coalesce(t.engaged_ms, 0), t.clicks, t.place, t.source, t.device)
                                 IS DISTINCT FROM
                                 (k.began_at, k.new_visitor, coalesce(k.engaged_ms, 0), k.clicks, k.place, k.source, k.device)
         ))::integer AS different
    FROM told t
    FULL JOIN (SELECT account_id, card_id, visit_id, began_at, new_visitor, engaged_ms, clicks,
                      concat(country, '/', region, '/', city) AS place,
                      concat(source, '/', link_code, '/', referrer_host) AS source,
                      concat(device, '/', browser, '/', system) AS device
                 FROM tracking_visits WHERE viewed) k USING (account_id, card_id, visit_id)`;

const DAY_DRIFT = `${RECOUNT},
  told AS (
    SELECT account_id, card_id, day, sum(views) AS views, sum(visitors) AS visitors, sum(clicks) AS clicks,
           sum(engaged_ms) AS engaged_ms, max(viewed_at) AS last_view_at
      FROM (SELECT account_id, card_id, local::date AS day, 1 AS views, new_visitor::integer AS visitors, 0 AS clicks,
                   coalesce(engaged_ms, 0) AS engaged_ms, occurred_at AS viewed_at FROM visits
            UNION ALL
            SELECT account_id, card_id, local::date, 0, 0, 1, 0, NULL FROM clicks) AS fact
     GROUP BY 1, 2, 3)
  SELECT count(*)::integer AS compared,
         (count(*) FILTER (WHERE coalesce(t.views, 0) <> coalesce(u.views, 0)
                              OR coalesce(t.clicks, 0) <> coalesce(u.clicks, 0)))::integer AS counts,
         (count(*) FILTER (WHERE coalesce(t.visitors, 0) <> coalesce(u.visitors, 0)))::integer AS visitors,
         (count(*) FILTER (WHERE coalesce(t.engaged_ms, 0) <> coalesce(u.engaged_ms, 0)))::integer AS engaged,
         (count(*) FILTER (WHERE t.last_view_at IS DISTINCT FROM u.last_view_at))::integer AS last_views
    FROM told t FULL JOIN usage_days u USING (account_id, card_id, day)`;

const BREAKDOWN_DRIFT = `${RECOUNT},
  facts AS (
    SELECT account_id, card_id, dimension, local::date AS day, key, 1 AS views, new_visitor::integer AS visitors,
           0 AS clicks, coalesce(engaged_ms, 0) AS engaged_ms
      FROM visits,
           LATERAL (VALUES ('hour', to_char(local, 'HH24')), ('place', place), ('source', source), ('device', device))
                   AS has (dimension, key)
    UNION ALL
    SELECT c.account_id, c.card_id, dimension, c.local::date, key, 0, 0, 1, 0
      FROM clicks c
      LEFT JOIN visits v USING (account_id, card_id, visit_id),
           LATERAL (VALUES ('hour', to_char(c.local, 'HH24')), ('target', c.target), ('place', v.place),
                           ('source', v.source), ('device', v.device)) AS has (dimension, key)
     WHERE key IS NOT NULL
    UNION ALL
    SELECT account_id, card_id, 'target', local::date, target, 1, 0, 0, 0 FROM pressed
    UNION ALL
    -- Down to two digits, below a second to one.
    SELECT account_id, card_id, 'engaged', local::date,
           (CASE WHEN engaged_ms < 1000 THEN trunc(engaged_ms::numeric, -2)
                 ELSE trunc(engaged_ms::numeric, 2 - length(engaged_ms::text)) END)::bigint::text, 1, 0, 0, 0
      FROM visits WHERE engaged_ms >= 100),
  told AS (
    SELECT account_id, card_id, dimension, day, key, sum(views) AS views, sum(visitors) AS visitors,
           sum(clicks) AS clicks, sum(engaged_ms) AS engaged_ms
      FROM facts GROUP BY 1, 2, 3, 4, 5)
  SELECT dimension, count(*)::integer AS compared,
         (count(*) FILTER (WHERE (coalesce(t.views, 0), coalesce(t.visitors, 0), coalesce(t.clicks, 0), coalesce(t.engaged_ms, 0))
                              <> (coalesce(u.views, 0), coalesce(u.visitors, 0), coalesce(u.clicks, 0), coalesce(u.engaged_ms, 0))
         ))::integer AS different
    FROM told t
    FULL JOIN (SELECT * FROM usage_day_breakdowns WHERE dimension <> 'dropped') u
         USING (account_id, card_id, dimension, day, key)
   GROUP BY dimension ORDER BY dimension`;

// Every visit that was viewed has one view that counts, whichever was the first to arrive.
const COUNTED_VIEWS = `
  SELECT count(*)::integer AS compared, (count(*) FILTER (WHERE counted <> 1))::integer AS different
    FROM (SELECT count(new_visitor) AS counted FROM tracking_events
           WHERE type = 'view' GROUP BY account_id, card_id, visit_id) AS visit`;

// $1 ids of views, $2 who sent each.
const VISITOR_DRIFT = `
  WITH told AS (
    SELECT e.account_id, e.card_id, (e.occurred_at AT TIME ZONE a.timezone)::date AS day,
           count(DISTINCT s.person) AS visitors
      FROM tracking_events e
      JOIN accounts a USING (account_id)
      JOIN unnest($1::uuid[], $2::integer[]) AS s (event_id, person) USING (event_id)
     WHERE e.type = 'view' AND e.new_visitor IS NOT NULL
     GROUP BY 1, 2, 3)
  SELECT (count(*) FILTER (WHERE coalesce(t.visitors, 0) <> coalesce(u.visitors, 0)))::integer AS different
    FROM told t FULL JOIN usage_days u USING (account_id, card_id, day)`;

const DROPPED = `
  SELECT c.slug, sum(b.views)::integer AS views, sum(b.clicks)::integer AS clicks
    FROM usage_day_breakdowns b JOIN cards c USING (account_id, card_id)
   WHERE b.dimension = 'dropped' AND b.key = 'bot'
   GROUP BY 1`;

const STORED = `
  SELECT e.event_id AS id, c.slug AS card, e.visit_id AS visit, e.type, e.target, e.engaged_ms AS "engagedMs",
         extract(epoch FROM e.occurred_at)::float8 * 1000 AS "occurredAt"
    FROM tracking_events e JOIN cards c USING (account_id, card_id)`;

// A retry tells an age, so its place in time may move by what the network took.
const MOVED_AT_MOST_MS = 20_000;
const MERGED_WITHIN_MS = 20_000;

/** Spoils one breakdown row of a dimension. */
const spoiled = (dimension, change) => `
  WITH one AS (SELECT account_id, card_id, dimension, day, key FROM usage_day_breakdowns
                WHERE dimension = '${dimension}' AND views > 0 ORDER BY 1, 2, 4, 5 LIMIT 1)
  UPDATE usage_day_breakdowns b SET ${change} FROM one
   WHERE (b.account_id, b.card_id, b.dimension, b.day, b.key)
       = (one.account_id, one.card_id, one.dimension, one.day, one.key)`;

const spoiledDay = (change) => `
  WITH one AS (SELECT account_id, card_id, day FROM usage_days WHERE views > 0 ORDER BY 1, 2, 3 LIMIT 1)
  UPDATE usage_days u SET ${change} FROM one
   WHERE (u.account_id, u.card_id, u.day) = (one.account_id, one.card_id, one.day)`;

const spoiledVisit = (change) => `
  WITH one AS (SELECT account_id, card_id, visit_id FROM tracking_visits WHERE viewed ORDER BY 1, 2, 3 LIMIT 1)
  UPDATE tracking_visits v SET ${change} FROM one
   WHERE (v.account_id, v.card_id, v.visit_id) = (one.account_id, one.card_id, one.visit_id)`;

/** Ways to spoil the database, each of which the verification has to notice. */
export const SABOTAGES = {
  event: `
    WITH one AS (SELECT account_id, card_id, occurred_at, event_id FROM tracking_events
                  WHERE type = 'click' ORDER BY event_id LIMIT 1)
    DELETE FROM tracking_events e USING one
     WHERE (e.account_id, e.card_id, e.occurred_at, e.event_id)
         = (one.account_id, one.card_id, one.occurred_at, one.event_id)`,
  twice: `
    INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, target, engaged_ms,
                                 source, link_code, referrer_host, received_at)
    SELECT account_id, card_id, visit_id, event_id, occurred_at + interval '1 ms', type, target, engaged_ms,
           source, link_code, referrer_host, received_at
      FROM tracking_events WHERE type = 'engagement' ORDER BY event_id LIMIT 1`,
  stranger: `
    INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, engaged_ms, received_at)
    SELECT account_id, card_id, gen_random_uuid(), gen_random_uuid(), occurred_at, 'engagement', 1, received_at
      FROM tracking_events LIMIT 1`,
  'second-view': `
    WITH one AS (SELECT account_id, card_id, occurred_at, event_id FROM tracking_events
                  WHERE type = 'view' AND new_visitor IS NULL ORDER BY event_id LIMIT 1)
    UPDATE tracking_events e SET new_visitor = false FROM one
     WHERE (e.account_id, e.card_id, e.occurred_at, e.event_id)
         = (one.account_id, one.card_id, one.occurred_at, one.event_id)`,
  day: spoiledDay('views = views * 2'),
  'last-view': spoiledDay(`last_view_at = last_view_at - interval '1 s'`),
  visitor: spoiledDay('visitors = visitors - 1'),
  'engaged-time': spoiledDay('engaged_ms = engaged_ms + 1'),
  visit: `
    WITH one AS (SELECT account_id, card_id, visit_id FROM tracking_visits WHERE viewed ORDER BY 1, 2, 3 LIMIT 1)
    DELETE FROM tracking_visits v USING one
     WHERE (v.account_id, v.card_id, v.visit_id) = (one.account_id, one.card_id, one.visit_id)`,
  'visit-time': spoiledVisit('engaged_ms = engaged_ms + 1'),
  'visit-clicks': spoiledVisit(`clicks = clicks || '{"fax": 1}'`),
  'visit-source': spoiledVisit(`source = 'wallet'`),
  hour: spoiled('hour', 'views = views + 1'),
  place: spoiled('place', 'visitors = visitors + 1'),
  source: spoiled('source', 'clicks = clicks + 1'),
  device: spoiled('device', 'engaged_ms = engaged_ms - 1'),
  target: spoiled('target', 'views = views + 1'),
  engaged: spoiled('engaged', 'views = views + 1'),
  dropped: spoiled('dropped', 'views = views - 1'),
  ...SUM_SABOTAGES,
  'row-too-many': `
    INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
    SELECT account_id, card_id, 'source', day, 'site//nobody.example', 1, 0, 0, 0 FROM usage_days LIMIT 1`,
  'row-too-few': `
    WITH one AS (SELECT account_id, card_id, dimension, day, key FROM usage_day_breakdowns
                  WHERE dimension = 'hour' AND views > 0 ORDER BY 1, 2, 4, 5 LIMIT 1)
    DELETE FROM usage_day_breakdowns b USING one
     WHERE (b.account_id, b.card_id, b.dimension, b.day, b.key)
         = (one.account_id, one.card_id, one.dimension, one.day, one.key)`,
};

/** Rollups may be a moment behind the events: waits until nothing is on its way into them. */
export async function untilMerged(database) {
  const { rows } = await database.query(`SELECT to_regclass('usage_increments') IS NOT NULL AS found`);
  if (!rows[0].found) return;
  for (const until = Date.now() + MERGED_WITHIN_MS; ; await sleep(50)) {
    const { rowCount } = await database.query('SELECT 1 FROM usage_increments LIMIT 1');
    if (rowCount === 0) return;
    if (Date.now() > until) throw new Error('what was stored is not merged into the rollups in time');
  }
}

/**
 * Compares what was sent with the events in the database, the events with visits and rollups, and these with what owners
 * are told over HTTP.
 * @param {import('./kill-traffic.mjs').KillTraffic} traffic at rest
 * @param {{cookie: string, cards: {id: string, slug: string}[]}[]} owners
 * @returns figures of what was compared, and counts of differences that must all be 0
 */
export async function verify(api, database, traffic, owners) {
  const one = async (query, ...values) => (await database.query(query, values)).rows[0];
  const events = compareEvents(traffic, (await database.query(STORED)).rows);
  const counted = await one(COUNTED_VIEWS);
  const visits = await one(VISIT_DRIFT);
  const days = await one(DAY_DRIFT);
  const { rows: breakdowns } = await database.query(BREAKDOWN_DRIFT);
  const views = [...traffic.sent].filter(([, { type }]) => type === 'view');
  const visitors = await one(
    VISITOR_DRIFT,
    views.map(([id]) => id),
    views.map(([, { person }]) => person),
  );
  const dropped = compareDropped(traffic, (await database.query(DROPPED)).rows);
  const sums = await compareSums(database);
  const summaries = await compareSummaries(api, traffic, owners);
  return {
    compared: {
      'events in the database': events.stored,
      visits: visits.compared,
      'rollup rows by day': days.compared,
      ...Object.fromEntries(
        breakdowns.map(({ dimension, compared }) => [`rollup rows by day and ${dimension}`, compared]),
      ),
      'cards with dropped robots': dropped.compared,
      'sums over all cards': sums.sums.compared,
      'keys with the cards they count': sums.packed.compared,
      'summaries over HTTP': summaries.compared,
    },
    differences: {
      'acknowledged events missing': events.missing,
      'events stored more than once': events.twice,
      'events that nobody sent': events.strangers,
      'events stored otherwise than sent': events.altered,
      'visits without exactly one view that counts': counted.different,
      'visits put together wrongly': visits.different,
      'days counted wrongly': days.counts,
      'days with wrong visitors': days.visitors + visitors.different,
      'days with a wrong engaged time': days.engaged,
      'days with a wrong last view': days.last_views,
      ...Object.fromEntries(
        breakdowns.map(({ dimension, different }) => [`rows by ${dimension} counted wrongly`, different]),
      ),
      'cards with robots counted wrongly': dropped.different,
      'sums over all cards that differ from the cards': sums.sums.different,
      'keys that do not count their cards': sums.packed.different,
      'summaries that differ from what was sent': summaries.different,
    },
  };
}

function compareEvents({ sent, acknowledged }, rows) {
  const seen = new Set();
  const found = { stored: rows.length, missing: 0, twice: 0, strangers: 0, altered: 0 };
  for (const row of rows) {
    const told = sent.get(row.id);
    if (told === undefined) found.strangers += 1;
    else if (seen.has(row.id)) found.twice += 1;
    else if (!isAsTold(row, told)) found.altered += 1;
    seen.add(row.id);
  }
  for (const id of acknowledged) if (!seen.has(id)) found.missing += 1;
  return found;
}

function isAsTold(row, told) {
  return (
    ['card', 'visit', 'type'].every((field) => row[field] === told[field]) &&
    row.target === (told.target ?? null) &&
    row.engagedMs === (told.engagedMs ?? null) &&
    Math.abs(row.occurredAt - told.happenedAt) <= MOVED_AT_MOST_MS
  );
}

/** What robots sent, each id once. */
function compareDropped({ dropped }, rows) {
  const counts = new Map();
  for (const { card, type } of dropped.values()) {
    if (type === 'engagement') continue;
    const { views, clicks } = counts.get(card) ?? { views: 0, clicks: 0 };
    counts.set(card, type === 'view' ? { views: views + 1, clicks } : { views, clicks: clicks + 1 });
  }
  const told = new Map(rows.map(({ slug, views, clicks }) => [slug, { views, clicks }]));
  const cards = [...new Set([...counts.keys(), ...told.keys()])];
  const wrong = cards.filter((card) => JSON.stringify(counts.get(card)) !== JSON.stringify(told.get(card)));
  return { compared: cards.length, different: wrong.length };
}

/** Recounted here from what was sent: no line in common with the API. A visit counts once, however many views it sent. */
async function compareSummaries(api, { sent, acknowledged }, owners) {
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const viewed = new Set();
  for (const id of acknowledged) {
    const { card, visit, type, target } = sent.get(id);
    if (type === 'click') add(`${card} click ${target}`);
    if (type === 'view' && !viewed.has(visit)) add(`${card} views`);
    if (type === 'view') viewed.add(visit);
  }
  const told = new Map();
  let compared = 0;
  for (const { cookie, cards } of owners) {
    for (const { id, slug } of cards) {
      const { views, clicks } = await summaryOf(api, cookie, id);
      compared += 1;
      if (views.total > 0) told.set(`${slug} views`, views.total);
      let sum = 0;
      for (const { target, total } of clicks.byTarget) {
        if (total > 0) told.set(`${slug} click ${target}`, total);
        sum += total;
      }
      if (sum !== clicks.total) told.set(`${slug} clicks do not add up`, clicks.total);
    }
  }
  const keys = new Set([...counts.keys(), ...told.keys()]);
  const wrong = [...keys].filter((key) => counts.get(key) !== told.get(key));
  return { compared, different: new Set(wrong.map((key) => key.split(' ')[0])).size };
}
