// Sums over all cards of the days that are not closed, which are added to where increments are merged.

const OF_SEVERAL_CARDS = 'account_id IN (SELECT account_id FROM accounts WHERE usage_open_together)';

const SUM_DRIFT = `
  WITH told AS (
    SELECT account_id, dimension, day, key, sum(views) AS views, sum(visitors) AS visitors, sum(clicks) AS clicks,
           sum(engaged_ms) AS engaged_ms
      FROM (SELECT account_id, dimension, day, key, views, visitors, clicks, engaged_ms
              FROM usage_day_breakdowns
             UNION ALL
            SELECT account_id, 'total', day, '', views, visitors, clicks, engaged_ms FROM usage_days) AS rollup
     WHERE ${OF_SEVERAL_CARDS}
     GROUP BY 1, 2, 3, 4)
  SELECT count(*)::integer AS compared,
         (count(*) FILTER (WHERE (coalesce(t.views, 0), coalesce(t.visitors, 0), coalesce(t.clicks, 0), coalesce(t.engaged_ms, 0))
                              <> (coalesce(k.views, 0), coalesce(k.visitors, 0), coalesce(k.clicks, 0), coalesce(k.engaged_ms, 0))
         ))::integer AS different
    FROM told t FULL JOIN usage_open_breakdowns k USING (account_id, dimension, day, key)`;

/** A row a key and card. */
const COUNTED_CARDS = `
  SELECT concat_ws(' ', account_id, dimension, day, key) AS name, number, sum(value)::integer AS value
    FROM (SELECT account_id, card_id, 'total' AS dimension, day, '' AS key, views AS value FROM usage_days
           UNION ALL
          SELECT account_id, card_id, of.dimension, day, of.key, of.value
            FROM usage_day_breakdowns b,
                 LATERAL (VALUES ('source', 'source', split_part(key, '/', 1), views),
                                 ('place', 'country', split_part(key, '/', 1), views),
                                 ('place', 'region', split_part(key, '/', 1) || '/' || split_part(key, '/', 2), views),
                                 ('place', 'city', key, views),
                                 ('target', 'target', key, clicks)) AS of (whole, dimension, key, value)
           WHERE of.whole = b.dimension) AS fact
    JOIN cards USING (account_id, card_id)
   WHERE ${OF_SEVERAL_CARDS}
   GROUP BY 1, 2 HAVING sum(value) > 0`;

const PACKED_CARDS = `
  SELECT concat_ws(' ', account_id, dimension, day, key) AS name, cards, total FROM usage_open_cards`;

/** Ways to spoil them. */
export const SUM_SABOTAGES = {
  sum: one('usage_open_breakdowns', 'visitors = visitors + 1'),
  'packed-card': one('usage_open_cards', `cards = cards || decode('0000100000000001', 'hex')`),
  'packed-total': one('usage_open_cards', 'total = total - 1'),
};

function one(table, change) {
  return `
    WITH one AS (SELECT account_id, dimension, day, key FROM ${table} ORDER BY 1, 2, 3, 4 LIMIT 1)
    UPDATE ${table} o SET ${change} FROM one
     WHERE (o.account_id, o.dimension, o.day, o.key) = (one.account_id, one.dimension, one.day, one.key)`;
}

/** Compares the sums with the rollups of the cards. @returns how many rows were compared and how many differ, of each kind */
export async function compareSums(database) {
  const [sums] = (await database.query(SUM_DRIFT)).rows;
  const counted = new Map();
  for (const { name, number, value } of (await database.query(COUNTED_CARDS)).rows) {
    const cards = counted.get(name) ?? new Map();
    counted.set(name, cards.set(number, value));
  }
  const packed = new Map((await database.query(PACKED_CARDS)).rows.map((row) => [row.name, row]));
  const names = [...new Set([...counted.keys(), ...packed.keys()])];
  const wrong = names.filter((name) => !isPacked(packed.get(name), counted.get(name) ?? new Map()));
  return { sums, packed: { compared: names.length, different: wrong.length } };
}

/** Whether a row says of each card what was counted of it. */
function isPacked({ cards, total } = { cards: Buffer.alloc(0), total: 0 }, counted) {
  const told = new Map();
  for (let at = 0; at < cards.length; at += 4) {
    const number = cards.readUInt32BE(at) >>> 12;
    let value = cards.readUInt32BE(at) & 4095;
    if (value === 0) value = cards.readInt32BE((at += 4));
    told.set(number, (told.get(number) ?? 0) + value);
  }
  const sum = [...counted.values()].reduce((all, value) => all + value, 0);
  return (
    total === sum &&
    told.size === counted.size &&
    [...counted].every(([number, value]) => told.get(number) === value)
  );
}
