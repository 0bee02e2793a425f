import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageCardsTotals1795000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The sums over all cards say the same of the days that were closed so far.
    await runner.query(`
      ALTER TABLE usage_closed_cards ADD COLUMN total integer NOT NULL DEFAULT 0;
      UPDATE usage_closed_cards c SET total = sums.total
        FROM (SELECT account_id, grain, of.dimension, start, of.key, sum(of.value) AS total
                FROM usage_closed_breakdowns b,
                     LATERAL (
                       VALUES ('total', 'total', '', views),
                              ('source', 'source', split_part(key, '/', 1), views),
                              ('place', 'country', split_part(key, '/', 1), views),
                              ('place', 'region', split_part(key, '/', 1) || '/' || split_part(key, '/', 2), views),
                              ('place', 'city', key, views),
                              ('target', 'target', key, clicks)) AS of (whole, dimension, key, value)
               WHERE card_id = '00000000-0000-0000-0000-000000000000' AND of.whole = b.dimension
               GROUP BY account_id, grain, of.dimension, start, of.key) AS sums
       WHERE (c.account_id, c.grain, c.dimension, c.start, c.key)
           = (sums.account_id, sums.grain, sums.dimension, sums.start, sums.key);
      ALTER TABLE usage_closed_cards ALTER COLUMN total DROP DEFAULT;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE usage_closed_cards DROP COLUMN total');
  }
}
