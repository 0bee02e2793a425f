import { daysUntil, LINKS, SLOTS, tablesToPickFrom } from './read-choices.mjs';

/** Of five events: 1.8 views, 1.2 clicks, 2 engagements. */
const VIEWS = 1.8 / 5;
const CLICKS = 1.2 / 5;

/** The columns of each table to pick from. */
const CHOICE_COLUMNS = {
  cards: '"cardId" uuid',
  days: 'day date',
  hours: 'hour integer',
  places: 'country text, region text, city text',
  sources: 'source text, "linkCode" text, "referrerHost" text',
  devices: 'device text, system text, browser text',
  targets: 'target text',
};

// One random number a choice. Visits of the last two hours are put a day back, so that nothing happens after now.
const DRAW_VISITS = `
  INSERT INTO bench_visits
  SELECT n, gen_random_uuid(), "cardId",
         began_at - CASE WHEN began_at > $2::timestamptz - interval '130 minutes' THEN interval '1 day' ELSE interval '0' END,
         engaged_ms, new_visitor, source, "linkCode", "referrerHost", country, region, city, device, browser, system
    FROM (SELECT n, floor(random() * ${SLOTS})::integer AS card_slot, floor(random() * ${SLOTS})::integer AS day_slot,
                 floor(random() * ${SLOTS})::integer AS hour_slot, random() * 3599.999 AS second,
                 floor(random() * ${SLOTS})::integer AS place_slot, floor(random() * ${SLOTS})::integer AS source_slot,
                 floor(random() * ${SLOTS})::integer AS device_slot,
                 least(7000000, exp(random_normal(ln(14000), 1.1)))::integer AS engaged_ms,
                 random() < 0.85 AS new_visitor
            FROM generate_series(1, $1::integer) AS n) AS drawn
    JOIN bench_cards c ON c.slot = card_slot
    JOIN bench_days d ON d.slot = day_slot
    JOIN bench_hours h ON h.slot = hour_slot
    JOIN bench_places p ON p.slot = place_slot
    JOIN bench_sources s ON s.slot = source_slot
    JOIN bench_devices v ON v.slot = device_slot,
         LATERAL (SELECT date_trunc('milliseconds', (day + make_interval(hours => hour, secs => second))
                                                    AT TIME ZONE $3) AS began_at) AS time`;

// The columns that ingest writes. Nine visits of ten tell their time at their end, others on the way as well. One click in a
// thousand is of a visit whose view was lost. Stored in the order in which it happened, as it would have been.
const STORE_EVENTS = `
  INSERT INTO tracking_events (account_id, card_id, occurred_at, event_id, visit_id, type, target, engaged_ms, source,
                               link_code, referrer_host, country, region, city, device, browser, system, new_visitor,
                               received_at)
  SELECT $1, card_id, occurred_at, gen_random_uuid(), visit_id, type, target, engaged_ms, source, link_code,
         referrer_host, country, region, city, device, browser, system, new_visitor,
         occurred_at + make_interval(secs => 0.02 + random())
    FROM (SELECT card_id, began_at AS occurred_at, visit_id, 'view' AS type, NULL AS target, NULL::integer AS engaged_ms,
                 source, link_code, referrer_host, country, region, city, device, browser, system, new_visitor
            FROM bench_visits
          UNION ALL
          SELECT card_id, date_trunc('milliseconds', began_at + make_interval(secs => part * (1 + engaged_ms / 1000.0))),
                 CASE WHEN i % 1000 = 0 THEN gen_random_uuid() ELSE visit_id END, 'click', target, NULL,
                 NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM (SELECT i, 1 + floor(random() * $2::integer)::integer AS n,
                         floor(random() * ${SLOTS})::integer AS target_slot, random() AS part
                    FROM generate_series(1, $3::integer) AS i) AS clicked
            JOIN bench_visits USING (n) JOIN bench_targets t ON t.slot = target_slot
          UNION ALL
          SELECT card_id, date_trunc('milliseconds', began_at + make_interval(secs => told / 1000.0 + wait)),
                 visit_id, 'engagement', NULL, told, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM (SELECT n, random() * 3 AS wait, 1.0 AS part FROM generate_series(1, $2::integer) AS n WHERE n % 10 <> 0
                  UNION ALL
                  SELECT 1 + floor(random() * $2::integer)::integer, random() * 3, random()
                    FROM generate_series(1, $4::integer)) AS engaged
            JOIN bench_visits USING (n),
                 LATERAL (SELECT (engaged_ms * part)::integer AS told) AS telling) AS happened
   ORDER BY occurred_at`;

// What was dropped left no event: it is counted as it comes.
const COUNT_DROPPED = `
  INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
  SELECT $1, card_id, 'dropped', day, reason, 1 + floor(random() * $3)::integer, 0, floor(random() * $3 / 4)::integer, 0
    FROM unnest($2::uuid[]) AS card_id,
         unnest($4::date[]) AS day,
         unnest('{bot,preview,prefetch,owner,opted_out}'::text[]) AS reason
   WHERE random() < $5`;

async function fill(database, name, rows) {
  await database.query(`CREATE TEMPORARY TABLE bench_${name} (slot integer, ${CHOICE_COLUMNS[name]})`);
  await database.query(
    `INSERT INTO bench_${name}
     SELECT * FROM jsonb_to_recordset($1) AS choice (slot integer, ${CHOICE_COLUMNS[name]})`,
    [JSON.stringify(rows)],
  );
  await database.query(`ANALYZE bench_${name}`);
}

/** Makes the months that events of `days` fall into, as upkeep would have while they were current. */
export async function makePartitions(database, days) {
  const months = new Set(days.map((day) => day.slice(0, 7)));
  // Local days reach into the neighbouring months of UTC.
  const around = (month, offset) => {
    const [year, number] = month.split('-').map(Number);
    return new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 10);
  };
  for (const month of [around(days[0].slice(0, 7), -1).slice(0, 7), ...months]) {
    await database.query(
      `CREATE TABLE IF NOT EXISTS tracking_events_${month.replace('-', '_')} PARTITION OF tracking_events
         FOR VALUES FROM ('${around(month, 0)} 00:00:00+00') TO ('${around(month, 1)} 00:00:00+00')`,
    );
  }
}

/**
 * Gives an account a past: straight into the events, with the columns that ingest writes, and nothing in the rollups but what
 * was dropped, of which there is no event.
 * @param {import('pg').Client} database
 * @param {{id: string, timezone: string, cards: {id: string}[]}} account
 * @param {{events: number, days: number, today: string, now: Date}} wanted `today`: the account's, `YYYY-MM-DD`
 */
export async function generateEvents(database, account, { events, days, today, now }) {
  const cardIds = account.cards.map(({ id }) => id);
  const visits = Math.round(events * VIEWS);
  const clicks = Math.round(events * CLICKS);
  const lastTellings = visits - Math.floor(visits / 10);
  const furtherTellings = events - visits - clicks - lastTellings;
  await database.query(`SELECT setseed(0.3)`);
  for (const [name, rows] of Object.entries(tablesToPickFrom({ cardIds, today, days }))) {
    await fill(database, name, rows);
  }
  await database.query(`
    CREATE TEMPORARY TABLE bench_visits (n integer, visit_id uuid, card_id uuid, began_at timestamptz, engaged_ms integer,
      new_visitor boolean, source text, link_code text, referrer_host text, country text, region text, city text,
      device text, browser text, system text)`);
  await database.query(DRAW_VISITS, [visits, now, account.timezone]);
  await database.query('ANALYZE bench_visits');
  await database.query(STORE_EVENTS, [account.id, visits, clicks, furtherTellings]);
  await database.query(`DROP TABLE bench_visits`);
  for (const name of Object.keys(CHOICE_COLUMNS)) await database.query(`DROP TABLE bench_${name}`);
  const droppedADay = Math.max(1, events / days / cardIds.length / 100);
  await database.query(COUNT_DROPPED, [
    account.id,
    cardIds,
    droppedADay,
    daysUntil(today, days),
    Math.min(0.9, events / days / cardIds.length / 50),
  ]);
  await database.query(
    `INSERT INTO named_links (account_id, card_id, code, label)
     SELECT $1, card_id, code, label
       FROM unnest($2::uuid[]) AS card_id, jsonb_to_recordset($3) AS link (code text, label text)`,
    [account.id, cardIds, JSON.stringify(LINKS)],
  );
}
