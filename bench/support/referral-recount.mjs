import { OwnerConnection } from './read-client.mjs';

const TIMEZONE = 'Europe/Paris';

/** What each question must have answered, counted from the table by statements that have no line in common with the API's. */
const RECOUNTS = [
  {
    address: '/api/recommendations',
    told: ({ counts }) => Object.entries(counts),
    sql: `SELECT status AS key, count(*) AS value FROM recommendations WHERE account_id = $1 GROUP BY 1`,
  },
  {
    address: '/api/recommendations?q=dubois%20benali',
    told: ({ counts }) => [['found', Object.values(counts).reduce((sum, count) => sum + count, 0)]],
    sql: `SELECT 'found' AS key, count(*) AS value FROM recommendations JOIN ambassadors USING (account_id, ambassador_id)
           WHERE account_id = $1 AND concat(prospect_name, ' ', name) LIKE '%Dubois%'
             AND concat(prospect_name, ' ', name) LIKE '%Benali%'`,
  },
  {
    address: '/api/recommendations/trend',
    told: ({ months }) =>
      months.flatMap(({ month, cohort, activity, contactedWithin24h, convertedValueCents }) => [
        [`${month} received`, cohort.received],
        [`${month} contacted`, cohort.contacted],
        [`${month} converted`, cohort.converted],
        [`${month} lost`, cohort.lost],
        [`${month} contacts`, activity.contacted],
        [`${month} conversions`, activity.converted],
        [`${month} within a day`, Math.round((contactedWithin24h ?? 0) * cohort.received)],
        [`${month} value`, convertedValueCents],
      ]),
    sql: `WITH facts AS (
            SELECT r.*, to_char(received_at AT TIME ZONE $2, 'YYYY-MM') AS month,
                   to_char(contacted_at AT TIME ZONE $2, 'YYYY-MM') AS contact_month,
                   to_char(converted_at AT TIME ZONE $2, 'YYYY-MM') AS conversion_month
              FROM recommendations r WHERE account_id = $1),
          months AS (
            SELECT to_char(now() AT TIME ZONE $2 - n * interval '1 month', 'YYYY-MM') AS month FROM generate_series(0, 11) AS n)
          SELECT month || ' ' || key AS key, value
            FROM months CROSS JOIN LATERAL (
                 SELECT 'received' AS key, count(*) AS value FROM facts f WHERE f.month = months.month
                 UNION ALL SELECT 'contacted', count(contacted_at) FROM facts f WHERE f.month = months.month
                 UNION ALL SELECT 'converted', count(converted_at) FROM facts f WHERE f.month = months.month
                 UNION ALL SELECT 'lost', count(lost_at) FROM facts f WHERE f.month = months.month
                 UNION ALL SELECT 'contacts', count(*) FROM facts WHERE contact_month = months.month
                 UNION ALL SELECT 'conversions', count(*) FROM facts WHERE conversion_month = months.month
                 UNION ALL SELECT 'within a day', count(*) FROM facts f
                            WHERE f.month = months.month AND contacted_at - received_at <= interval '24 hours'
                 UNION ALL SELECT 'value', coalesce(sum(value_cents), 0)::bigint FROM facts f WHERE f.month = months.month) AS told`,
    values: [TIMEZONE],
  },
  {
    address: '/api/recommendations/ambassadors?from=2000-01-01&to=2999-12-31',
    told: ({ ambassadors }) =>
      ambassadors.map(({ id, rank, received, contacted, converted, valueCents }) => [
        id,
        [rank, received, contacted, converted, valueCents].join(' '),
      ]),
    sql: `SELECT ambassador_id::text AS key, concat_ws(' ', rank() OVER (ORDER BY count(converted_at) DESC, count(contacted_at) DESC, count(*) DESC),
                 count(*), count(contacted_at), count(converted_at), coalesce(sum(value_cents), 0)) AS value
            FROM recommendations WHERE account_id = $1 GROUP BY ambassador_id`,
  },
];

/** @returns {Promise<{compared: number, differences: string[]}>} */
export async function recountReferrals(database, url, { account, cookie }) {
  const connection = new OwnerConnection(url, cookie);
  const differences = [];
  let compared = 0;
  for (const { address, told, sql, values = [] } of RECOUNTS) {
    const answer = JSON.parse((await connection.get(address)).text);
    const { rows } = await database.query(sql, [account.id, ...values]);
    const expected = new Map(rows.map(({ key, value }) => [key, String(value)]));
    for (const [key, value] of told(answer)) {
      compared += 1;
      if (String(value) !== (expected.get(key) ?? '0'))
        differences.push(`${address} ${key}: ${value}, counted ${expected.get(key)}`);
      expected.delete(key);
    }
    for (const key of expected.keys()) differences.push(`${address} ${key}: missing`);
  }
  connection.close();
  return { compared, differences };
}
