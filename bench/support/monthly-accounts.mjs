/**
 * Accounts that have been there for a year, and their visits of two months, as rollups: of Force de Vente with a card, and every tenth of
 * Multi-Cartes with two. Nothing is decided of any month: the last one is due.
 */
export async function fillAccounts(database, count) {
  await database.query('BEGIN');
  await database.query(
    `INSERT INTO accounts (account_id, name, email, plan, locale, timezone, created_at)
     SELECT gen_random_uuid(), 'Bench ' || n, 'bench-' || n || '@example.test',
            CASE WHEN n % 10 = 0 THEN 'multi-cartes' ELSE 'force-de-vente' END,
            CASE WHEN n % 2 = 0 THEN 'fr' ELSE 'en' END, 'Europe/Paris', now() - interval '1 year'
       FROM generate_series(1, $1) AS n`,
    [count],
  );
  await database.query(
    `INSERT INTO cards (account_id, card_id, number, slug, title, profile, created_at, revised_at)
     SELECT account_id, gen_random_uuid(), k, replace(split_part(email, '@', 1), '.', '-') || '-' || k, name || ' ' || k,
            jsonb_build_object('name', name), created_at, now()
       FROM accounts CROSS JOIN generate_series(1, 2) AS k
      WHERE k = 1 OR plan = 'multi-cartes'`,
  );
  await database.query(
    `INSERT INTO card_addresses (slug, account_id, card_id) SELECT slug, account_id, card_id FROM cards`,
  );
  const days = `generate_series(date_trunc('month', now() AT TIME ZONE 'Europe/Paris') - interval '2 months',
                                date_trunc('month', now() AT TIME ZONE 'Europe/Paris') - interval '1 day', interval '1 day') AS day`;
  await database.query(
    `INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms)
     SELECT account_id, card_id, day, 6, 6, 3, 60000 FROM cards CROSS JOIN ${days}`,
  );
  await database.query(
    `INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
     SELECT account_id, card_id, dimension, day, key, views, views, clicks, views * 10000
       FROM cards CROSS JOIN ${days}
      CROSS JOIN (VALUES ('source', 'qr//', 4, 2), ('source', 'direct//', 2, 1),
                         ('place', 'FR/FR-ARA/Lyon', 3, 2), ('place', 'FR/FR-IDF/Paris', 3, 1),
                         ('device', 'phone/Safari/iOS', 6, 3), ('target', 'phone', 2, 2), ('target', 'email', 1, 1),
                         ('hour', '09', 3, 2), ('hour', '18', 3, 1), ('engaged', '8000', 6, 0))
                 AS counted (dimension, key, views, clicks)`,
  );
  await database.query('COMMIT');
  await database.query('ANALYZE');
}
