// Whether the answers are right: each figure of a panel beside the same figure counted from the events, by statements
// that have no line in common with the API's.
import { OwnerConnection } from './read-client.mjs';
import { accountQuestions, addressOf, cardQuestions, daysBefore, YEAR } from './read-panels.mjs';

const DETAILS =
  'source text, link_code text, referrer_host text, country text, region text, city text, device text, browser text, system text';

const TABLES = `
  CREATE TEMPORARY TABLE bench_views (card_id uuid, visit_id uuid, at timestamptz, local timestamp, day date,
                                      new_visitor boolean, ${DETAILS}, engaged_ms bigint);
  CREATE TEMPORARY TABLE bench_clicks (card_id uuid, visit_id uuid, at timestamptz, local timestamp, day date,
                                       target text, viewed_at timestamptz, ${DETAILS})`;

// Every generated visit has one view at most, and engaged times that come after it.
const COUNT_VIEWS = `
  INSERT INTO bench_views
  SELECT v.card_id, v.visit_id, v.occurred_at, v.occurred_at AT TIME ZONE $2, (v.occurred_at AT TIME ZONE $2)::date,
         v.new_visitor, v.source, v.link_code, v.referrer_host, v.country, v.region, v.city, v.device, v.browser,
         v.system, coalesce(max(LEAST(e.engaged_ms, extract(epoch FROM e.occurred_at - v.occurred_at) * 1000)), 0)
    FROM tracking_events v
    LEFT JOIN tracking_events e
      ON e.account_id = v.account_id AND e.card_id = v.card_id AND e.visit_id = v.visit_id AND e.type = 'engagement'
   WHERE v.account_id = $1 AND v.type = 'view'
   GROUP BY v.account_id, v.card_id, v.occurred_at, v.event_id`;

const COUNT_CLICKS = `
  INSERT INTO bench_clicks
  SELECT c.card_id, c.visit_id, c.occurred_at, c.occurred_at AT TIME ZONE $2, (c.occurred_at AT TIME ZONE $2)::date,
         c.target, v.at, v.source, v.link_code, v.referrer_host, v.country, v.region, v.city, v.device, v.browser, v.system
    FROM tracking_events c LEFT JOIN bench_views v USING (card_id, visit_id)
   WHERE c.account_id = $1 AND c.type = 'click'`;

const RECOUNTS = { bench_views: COUNT_VIEWS, bench_clicks: COUNT_CLICKS };

// $1 and $2: the first and the last day.
const VIEWS = '(SELECT * FROM bench_views WHERE day BETWEEN $1::date AND $2::date) AS v';
const CLICKS = '(SELECT * FROM bench_clicks WHERE day BETWEEN $1::date AND $2::date) AS c';

const TREND = `
  SELECT day::text AS key, sum(views) || ' ' || sum(visitors) || ' ' || sum(clicks) AS value
    FROM (SELECT day, 1 AS views, new_visitor::integer AS visitors, 0 AS clicks FROM ${VIEWS}
          UNION ALL SELECT day, 0, 0, 1 FROM ${CLICKS}) AS fact
   GROUP BY day`;

/** By what a visit is told to be: views, visitors, and clicks of visits whose view is known. */
const byDetail = (key, when = 'true') => `
  SELECT key, sum(views) || ' ' || sum(visitors) || ' ' || sum(clicks) AS value
    FROM (SELECT ${key} AS key, 1 AS views, new_visitor::integer AS visitors, 0 AS clicks FROM ${VIEWS} WHERE ${when}
          UNION ALL SELECT ${key}, 0, 0, 1 FROM ${CLICKS} WHERE viewed_at IS NOT NULL AND ${when}) AS fact
   GROUP BY key`;

const entry = (key, ...figures) => [key, figures.join(' ')];
const figures = (items, key) => items.map((item) => entry(key(item), item.views, item.visitors, item.clicks));
const list = (items, key, ...names) =>
  items.map((item) => entry(key(item), ...names.map((name) => item[name])));

/** Points, and totals under an empty key; buckets without anything are not compared. */
const trendTold = ({ points, totals }) => [
  ...list(points, ({ start }) => start, 'views', 'visitors', 'clicks').filter(([, told]) => told !== '0 0 0'),
  entry('', totals.views, totals.visitors, totals.clicks),
];
const trendSums = (start) => `
  WITH days AS (${TREND}), parts AS (
    SELECT (${start})::text AS key, string_to_array(value, ' ')::bigint[] AS figures FROM days)
  SELECT coalesce(key, '') AS key, sum(figures[1]) || ' ' || sum(figures[2]) || ' ' || sum(figures[3]) AS value
    FROM parts GROUP BY GROUPING SETS ((key), ())`;

/** The columns that are compared: of the others some have none of their own. */
const LARGEST = 12;

/** Each card's total, and the largest columns' totals: what a column is called is the answer's own affair. */
const cross = (key, rows = VIEWS) => [
  `SELECT card_id::text AS key, count(*)::text AS value FROM ${rows} GROUP BY card_id
   UNION ALL
   SELECT 'column ' || row_number() OVER (ORDER BY views DESC), views::text
     FROM (SELECT count(*) AS views FROM ${rows} WHERE ${key} IS NOT NULL
            GROUP BY ${key} ORDER BY 1 DESC LIMIT ${LARGEST}) AS largest`,
  ({ rows: cards, columns }) => [
    ...cards.map(({ card, total }) => entry(card.id, total)),
    ...columns
      .filter(({ key: column }) => column !== 'other' && column !== 'unknown')
      .map(({ total }) => total)
      .toSorted((a, b) => b - a)
      .slice(0, LARGEST)
      .map((total, index) => entry(`column ${index + 1}`, total)),
  ],
];

/** Each card's figures, and the views of all of them at each start. */
const compared = (start) => [
  [
    `SELECT card_id::text AS key, sum(views) || ' ' || sum(visitors) || ' ' || sum(clicks) AS value
       FROM (SELECT card_id, 1 AS views, new_visitor::integer AS visitors, 0 AS clicks FROM ${VIEWS}
             UNION ALL SELECT card_id, 0, 0, 1 FROM ${CLICKS}) AS fact
      GROUP BY card_id`,
    ({ rows }) =>
      rows
        .map((row) => entry(row.card.id, row.views, row.visitors, row.clicks))
        .filter(([, told]) => told !== '0 0 0'),
  ],
  [
    `SELECT (${start})::text AS key, count(*)::text AS value FROM ${VIEWS} GROUP BY 1`,
    ({ starts, rows }) =>
      starts
        .map((first, index) =>
          entry(
            first,
            rows.reduce((sum, { series }) => sum + series[index], 0),
          ),
        )
        .filter(([, told]) => told !== '0'),
  ],
];

/** By panel: pairs of what the recount says and what the answer says, both as keys with figures. */
const CHECKS = {
  summary: [
    [
      `SELECT 'views' AS key, count(*) || ' ' || to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS value
         FROM ${VIEWS}
       UNION ALL SELECT 'clicks', count(*)::text FROM ${CLICKS}
       UNION ALL SELECT target, count(*)::text FROM ${CLICKS} GROUP BY target`,
      ({ views, clicks, lastVisitAt }) => [
        entry('views', views.total, lastVisitAt),
        entry('clicks', clicks.total),
        ...list(clicks.byTarget, ({ target }) => target, 'total'),
      ],
    ],
  ],
  'trends by day': [[trendSums('key::date'), trendTold]],
  'trends by week': [[trendSums('key::date - (extract(isodow FROM key::date)::integer - 1)'), trendTold]],
  'trends by month': [[trendSums(`left(key, 7) || '-01'`), trendTold]],
  geography: [
    [byDetail('country', 'country IS NOT NULL'), ({ countries }) => figures(countries, ({ code }) => code)],
    [
      byDetail(`country || ' ' || region`, 'region IS NOT NULL'),
      ({ regions }) => figures(regions, ({ country, code }) => `${country} ${code}`),
    ],
    [
      byDetail(`country || ' ' || coalesce(region, '') || ' ' || city`, 'city IS NOT NULL'),
      ({ cities }) => figures(cities, ({ country, region, name }) => `${country} ${region ?? ''} ${name}`),
    ],
    [
      `SELECT 'unknown' AS key, count(*)::text AS value FROM ${VIEWS} WHERE country IS NULL`,
      ({ unknown }) => [entry('unknown', unknown)],
    ],
  ],
  sources: [
    [byDetail('source'), ({ sources }) => figures(sources, ({ source }) => source)],
    [
      byDetail('referrer_host', 'referrer_host IS NOT NULL'),
      ({ referrers }) => figures(referrers, ({ host }) => host),
    ],
    [byDetail('link_code', 'link_code IS NOT NULL'), ({ links }) => figures(links, ({ code }) => code)],
  ],
  devices: [
    [byDetail('device'), ({ devices }) => figures(devices, ({ device }) => device)],
    [byDetail('browser'), ({ browsers }) => figures(browsers, ({ browser }) => browser)],
    [byDetail('system'), ({ systems }) => figures(systems, ({ system }) => system)],
  ],
  hours: [
    [
      `SELECT to_char(local, 'ID FMHH24') AS key, sum(views) || ' ' || sum(clicks) AS value
         FROM (SELECT local, 1 AS views, 0 AS clicks FROM ${VIEWS} UNION ALL SELECT local, 0, 1 FROM ${CLICKS}) AS fact
        GROUP BY 1`,
      ({ hours }) =>
        hours.map(({ weekday, hour, views, clicks }) => entry(`${weekday} ${hour}`, views, clicks)),
    ],
  ],
  visits: [
    [
      `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS key,
              concat_ws(' ', source, coalesce(country, '-'), coalesce(city, '-'), device, browser, system,
                        engaged_ms::integer) AS value
         FROM ${VIEWS} ORDER BY at DESC LIMIT 50`,
      ({ visits }) =>
        visits.map(({ at, source, place, device, browser, system, engagedMs }) =>
          entry(at, source, place?.country ?? '-', place?.city ?? '-', device, browser, system, engagedMs),
        ),
    ],
  ],
  // Of what was dropped there is no event: the days' own rows say what was counted.
  filtered: [
    [
      `SELECT key, sum(views) || ' ' || sum(clicks) AS value FROM usage_day_breakdowns
        WHERE account_id = $4 AND dimension = 'dropped' AND day BETWEEN $1::date AND $2::date AND $3 <> '' GROUP BY key`,
      ({ reasons }) => list(reasons, ({ reason }) => reason, 'views', 'clicks'),
    ],
  ],
  'cards by day': compared('day'),
  'cards by week': compared('day - (extract(isodow FROM day)::integer - 1)'),
  'cards by month': compared(`date_trunc('month', day::timestamp)::date`),
  'cross by source': [cross('source')],
  'cross by country': [cross('country')],
  'cross by region': [cross('region')],
  'cross by city': [cross(`city || ' ' || coalesce(region, '')`)],
  'cross by month': [cross(`to_char(day, 'YYYY-MM')`)],
  'cross by target': [cross('target', CLICKS)],
  engagement: [
    [
      `WITH visits AS (SELECT engaged_ms, CASE WHEN engaged_ms < 1000 THEN engaged_ms / 100 * 100
                                ELSE trunc(engaged_ms, 2 - length(engaged_ms::text)) END AS rounded FROM ${VIEWS})
       SELECT 'visits' AS key, count(*)::text AS value FROM visits
       UNION ALL SELECT 'median', percentile_disc(0.5) WITHIN GROUP (ORDER BY rounded)::bigint::text FROM visits
       UNION ALL SELECT 'average', round(avg(engaged_ms))::text FROM visits
       UNION ALL SELECT bucket::text, count(*)::text
         FROM (SELECT CASE WHEN rounded < 5000 THEN 0 WHEN rounded < 15000 THEN 5000 WHEN rounded < 30000 THEN 15000
                           WHEN rounded < 60000 THEN 30000 WHEN rounded < 180000 THEN 60000 ELSE 180000 END AS bucket
                 FROM visits) AS b GROUP BY 1`,
      ({ visits, medianMs, averageMs, buckets }) => [
        entry('visits', visits),
        entry('median', medianMs),
        entry('average', averageMs),
        ...list(buckets, ({ fromMs }) => String(fromMs), 'visits'),
      ],
    ],
  ],
  clicks: [
    [
      `SELECT target AS key, count(*) || ' ' ||
              round((SELECT count(*) FROM (SELECT DISTINCT card_id, visit_id FROM bench_clicks w
                       WHERE w.target = c.target AND (w.viewed_at AT TIME ZONE $3)::date BETWEEN $1::date AND $2::date
                         AND w.at <= w.viewed_at + interval '24 hours') AS visit)::numeric
                    / (SELECT count(*) FROM ${VIEWS}), 9)::text AS value
         FROM ${CLICKS} GROUP BY target`,
      ({ targets }) =>
        targets.map(({ target, clicks, rate }) => entry(target, clicks, Number(rate).toFixed(9))),
    ],
  ],
};

/**
 * Compares each owner's answers about a year with a recount of the events.
 * @param {import('pg').Client} database
 * @param {string} url of the API
 * @param {{name: string, account: object, cookie: string, about: 'card' | 'account'}[]} owners
 * @returns {Promise<{compared: number, differences: string[]}>}
 */
export async function compareWithRecount(database, url, owners, today) {
  const result = { compared: 0, differences: [] };
  await database.query(`SET work_mem = '256MB'`);
  for (const { name, account, cookie, about } of owners) {
    await database.query(TABLES);
    for (const [table, statement] of Object.entries(RECOUNTS)) {
      await database.query(statement, [account.id, account.timezone]);
      await database.query(`ANALYZE ${table}`);
    }
    const connection = new OwnerConnection(url, cookie);
    const questions = about === 'card' ? cardQuestions() : accountQuestions();
    for (const question of questions) {
      const { period } = question;
      if (period !== YEAR && period.days !== undefined) continue;
      const { status, text } = await connection.get(addressOf(question, account, today));
      if (status !== 200) continue;
      for (const [sql, told] of CHECKS[question.panel] ?? []) {
        const days = [period === YEAR ? daysBefore(today, YEAR.days - 1) : '2000-01-01', today];
        // The zone and the account only where they are asked for: PostgreSQL takes no parameter too many.
        const values = [...days, account.timezone, account.id].slice(
          0,
          sql.includes('$4') ? 4 : sql.includes('$3') ? 3 : 2,
        );
        const { rows } = await database.query(sql, values);
        compare(`${name}, ${question.panel}`, rows, told(JSON.parse(text)), result);
      }
    }
    connection.close();
    await database.query(`DROP TABLE ${Object.keys(RECOUNTS).join(', ')}`);
  }
  await database.query('RESET work_mem');
  return result;
}

function compare(panel, rows, told, result) {
  const expected = new Map(rows.map(({ key, value }) => [key, value]));
  const answered = new Map(told);
  for (const key of new Set([...expected.keys(), ...answered.keys()])) {
    const [wanted, got] = [expected.get(key) ?? 'nothing', answered.get(key) ?? 'nothing'];
    result.compared += 1;
    // A bucket or a row that nobody came by may be told as zero or not at all.
    if (wanted === got || (wanted === 'nothing' && /^[0 ]+$/.test(got))) continue;
    result.differences.push(`${panel} "${key}": ${wanted} by the events, ${got} by the answer`);
  }
}
