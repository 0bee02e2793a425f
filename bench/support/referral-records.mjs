const FIRST_NAMES = [
  'Sophie',
  'Jean-Luc',
  'Marie',
  'Karim',
  'Lucie',
  'Paul',
  'Nadia',
  'Hugo',
  'Claire',
  'Antoine',
  'Ines',
  'Louis',
];
const LAST_NAMES = [
  'Dubois',
  'Martin',
  'Bernard',
  'Petit',
  'Robert',
  'Moreau',
  'Benali',
  'Lefebvre',
  'Garcia',
  'Roux',
  'Fontaine',
  'Nguyen',
];
const COMPANIES = ['Atelier Bois', 'Cabinet Durand', 'Boulangerie du Port', 'Garage Central'];

const any = (list) =>
  `(ARRAY[${list.map((word) => `'${word}'`).join(', ')}])[1 + floor(random() * ${list.length})::integer]`;

const AMBASSADORS = `
  INSERT INTO ambassadors (account_id, ambassador_id, name, email, phone, created_at)
  SELECT $1::uuid, gen_random_uuid(), ${any(FIRST_NAMES)} || ' ' || ${any(LAST_NAMES)}, 'ambassador-' || n || '@example.test',
         '+336' || lpad(n::text, 8, '0'), $2::timestamptz - interval '1 year'
    FROM generate_series(1, $3::integer) AS n`;

// Of those who were received, seven in ten were contacted, half of these converted, and a fifth of all were lost.
const RECOMMENDATIONS = `
  INSERT INTO recommendations (account_id, recommendation_id, card_id, received_at, ambassador_id, ambassador_name, prospect_id,
         prospect_name, prospect_phone, prospect_email, prospect_company, relation, message, status, contacted_at,
         appointment_at, converted_at, lost_at, lost_reason, value_cents, consent, consent_at, last_contact_at,
         last_activity_at, erase_at)
  SELECT $1::uuid, gen_random_uuid(), $2::uuid, received_at, ambassador_id, name, gen_random_uuid(),
         prospect, '+337' || lpad(n::text, 8, '0'), 'prospect-' || n || '@example.test',
         CASE WHEN n % 3 = 0 THEN ${any(COMPANIES)} END, 'voisine', 'Cherche un devis pour sa cuisine',
         stage, contacted_at, CASE WHEN n % 4 = 0 THEN contacted_at + interval '2 days' END,
         CASE WHEN stage = 'converted' THEN contacted_at + interval '9 days' END,
         CASE WHEN stage = 'lost' THEN contacted_at + interval '5 days' END,
         CASE WHEN stage = 'lost' THEN 'price' END, CASE WHEN stage = 'converted' THEN 1000 * (n % 400) END,
         CASE n % 10 WHEN 0 THEN 'refused' WHEN 1 THEN 'given' ELSE 'declared' END,
         CASE WHEN n % 10 < 2 THEN received_at + interval '2 hours' END, contacted_at, contacted_at,
         CASE WHEN contacted_at IS NULL THEN received_at + interval '30 days' ELSE contacted_at + interval '3 years' END
    FROM (SELECT *, CASE WHEN stage <> 'new' THEN received_at + random() * interval '3 days' END AS contacted_at
            FROM (SELECT n, $3::timestamptz - random() * interval '365 days' AS received_at,
                         ${any(FIRST_NAMES)} || ' ' || ${any(LAST_NAMES)} AS prospect,
                         CASE WHEN n % 10 < 3 THEN 'new' WHEN n % 10 < 4 THEN 'contacted' WHEN n % 10 < 5 THEN 'appointment'
                              WHEN n % 10 < 8 THEN 'converted' ELSE 'lost' END AS stage,
                         (SELECT count(*) FROM ambassadors WHERE account_id = $1::uuid) AS ambassadors
                    FROM generate_series(1, $4::integer) AS n) AS drawn) AS placed
    JOIN (SELECT ambassador_id, name, row_number() OVER (ORDER BY ambassador_id) AS place
            FROM ambassadors WHERE account_id = $1::uuid) AS a
      ON a.place = 1 + floor(power((n * 7919 % $4::integer)::float8 / $4::integer, 3) * ambassadors)`;

const SEARCH_TEXT = `
  UPDATE recommendations r
     SET search_text = concat_ws(E'\n', left(r.recommendation_id::text, 6), lower(r.prospect_name), lower(r.prospect_company),
                                 r.prospect_email, lower(r.ambassador_name), a.email, r.prospect_phone,
                                 '0' || substr(r.prospect_phone, 4), a.phone, '0' || substr(a.phone, 4))
    FROM ambassadors a
   WHERE r.account_id = $1 AND a.account_id = r.account_id AND a.ambassador_id = r.ambassador_id`;

const HISTORY = `
  INSERT INTO recommendation_history (account_id, recommendation_id, number, kind, at, actor, from_status, to_status)
  SELECT account_id, recommendation_id, 1, 'received', received_at, 'ambassador', NULL, NULL
    FROM recommendations WHERE account_id = $1::uuid
   UNION ALL
  SELECT account_id, recommendation_id, 2, 'move', contacted_at, 'owner', 'new', status
    FROM recommendations WHERE account_id = $1::uuid AND status <> 'new'`;

const REMINDERS = `
  INSERT INTO recommendation_reminders (account_id, recommendation_id, reminder_id, due_at, text)
  SELECT account_id, recommendation_id, gen_random_uuid(), $2::timestamptz + (random() - 0.1) * interval '60 days', 'Rappeler'
    FROM recommendations WHERE account_id = $1::uuid AND status IN ('contacted', 'appointment')`;

/**
 * Gives an account recommendations over the year before a moment, the way the form and its owner would have left them.
 * @param {import('pg').Client} database
 * @param {{id: string, cards: {id: string}[]}} account
 */
export async function fillReferrals(database, account, { recommendations, now }) {
  const ambassadors = Math.max(1, Math.round(recommendations / 25));
  await database.query('SELECT setseed(0.5)');
  await database.query(AMBASSADORS, [account.id, now, ambassadors]);
  await database.query(RECOMMENDATIONS, [account.id, account.cards[0].id, now, recommendations]);
  for (const statement of [SEARCH_TEXT, HISTORY]) await database.query(statement, [account.id]);
  await database.query(REMINDERS, [account.id, now]);
  await database.query('VACUUM ANALYZE');
}
