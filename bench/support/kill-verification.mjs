import { summaryOf } from './operator.mjs';

// Straight from the events, without the code that keeps the rollups.
const DAY_DRIFT = `
  WITH recount AS (
    SELECT e.account_id, e.card_id, (e.occurred_at AT TIME ZONE a.timezone)::date AS day,
           count(*) FILTER (WHERE e.type = 'view') AS views,
           count(*) FILTER (WHERE e.type = 'click') AS clicks,
           max(e.occurred_at) FILTER (WHERE e.type = 'view') AS last_view_at
      FROM tracking_events e JOIN accounts a USING (account_id)
     WHERE e.type IN ('view', 'click')
     GROUP BY 1, 2, 3)
  SELECT count(*)::integer AS compared,
         (count(*) FILTER (WHERE coalesce(r.views, 0) <> coalesce(u.views, 0)
                              OR coalesce(r.clicks, 0) <> coalesce(u.clicks, 0)))::integer AS counts,
         (count(*) FILTER (WHERE r.last_view_at IS DISTINCT FROM u.last_view_at))::integer AS last_views
    FROM recount r FULL JOIN usage_days u USING (account_id, card_id, day)`;

const TARGET_DRIFT = `
  WITH recount AS (
    SELECT e.account_id, e.card_id, (e.occurred_at AT TIME ZONE a.timezone)::date AS day, e.target,
           count(*) AS clicks
      FROM tracking_events e JOIN accounts a USING (account_id)
     WHERE e.type = 'click'
     GROUP BY 1, 2, 3, 4)
  SELECT count(*)::integer AS compared,
         (count(*) FILTER (WHERE coalesce(r.clicks, 0) <> coalesce(u.clicks, 0)))::integer AS counts
    FROM recount r FULL JOIN usage_day_targets u USING (account_id, card_id, day, target)`;

const STORED = `
  SELECT e.event_id AS id, c.slug AS card, e.visit_id AS visit, e.type, e.target, e.engaged_ms AS "engagedMs",
         extract(epoch FROM e.occurred_at)::float8 * 1000 AS "occurredAt"
    FROM tracking_events e JOIN cards c USING (account_id, card_id)`;

// A retry tells an age, so its place in time may move by what the network took.
const MOVED_AT_MOST_MS = 20_000;

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
  day: `
    WITH one AS (SELECT account_id, card_id, day FROM usage_days WHERE views > 0 ORDER BY 1, 2, 3 LIMIT 1)
    UPDATE usage_days u SET views = views * 2 FROM one
     WHERE (u.account_id, u.card_id, u.day) = (one.account_id, one.card_id, one.day)`,
  'last-view': `
    WITH one AS (SELECT account_id, card_id, day FROM usage_days WHERE views > 0 ORDER BY 1, 2, 3 LIMIT 1)
    UPDATE usage_days u SET last_view_at = last_view_at - interval '1 s' FROM one
     WHERE (u.account_id, u.card_id, u.day) = (one.account_id, one.card_id, one.day)`,
  target: `
    WITH one AS (SELECT account_id, card_id, day, target FROM usage_day_targets ORDER BY 1, 2, 3, 4 LIMIT 1)
    UPDATE usage_day_targets u SET clicks = clicks * 2 FROM one
     WHERE (u.account_id, u.card_id, u.day, u.target) = (one.account_id, one.card_id, one.day, one.target)`,
};

/**
 * Compares what was sent with the events in the database, the events with the rollups, and the rollups with what
 * owners are told over HTTP.
 * @param {import('./kill-traffic.mjs').KillTraffic} traffic at rest
 * @param {{cookie: string, cards: {id: string, slug: string}[]}[]} owners
 * @returns figures of what was compared, and counts of differences that must all be 0
 */
export async function verify(api, database, traffic, owners) {
  const events = compareEvents(traffic, (await database.query(STORED)).rows);
  const [days] = (await database.query(DAY_DRIFT)).rows;
  const [targets] = (await database.query(TARGET_DRIFT)).rows;
  const summaries = await compareSummaries(api, traffic, owners);
  return {
    compared: {
      'events in the database': events.stored,
      'rollup rows by day': days.compared,
      'rollup rows by day and target': targets.compared,
      'summaries over HTTP': summaries.compared,
    },
    differences: {
      'acknowledged events missing': events.missing,
      'events stored more than once': events.twice,
      'events that nobody sent': events.strangers,
      'events stored otherwise than sent': events.altered,
      'days counted wrongly': days.counts,
      'days with a wrong last view': days.last_views,
      'targets counted wrongly': targets.counts,
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

/** Recounted here from what was sent, each id once: no line in common with the API. */
async function compareSummaries(api, { sent, acknowledged }, owners) {
  const counts = new Map();
  for (const id of acknowledged) {
    const { card, type, target } = sent.get(id);
    const key = type === 'view' ? `${card} views` : type === 'click' ? `${card} click ${target}` : undefined;
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
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
