import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageCardsGrains1795000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of what was closed so far, the rows of days and of months are put together as they are: a card is in a third of a month, or in a
    // quarter, as often as in those, which is as right, only longer. To count the visits again could take minutes, with nobody
    // served meanwhile.
    await runner.query(`
      ALTER TABLE usage_closed_cards DROP CONSTRAINT usage_closed_cards_grain_check;
      ALTER TABLE usage_closed_cards ADD CONSTRAINT usage_closed_cards_grain_check
        CHECK (grain IN ('day', 'third', 'month', 'quarter'));
      INSERT INTO usage_closed_cards (account_id, grain, dimension, start, key, cards, total)
      SELECT account_id, larger, dimension, first, key, string_agg(cards, '' ORDER BY start), sum(total)::integer
        FROM (SELECT *, 'third' AS larger,
                     date_trunc('month', start)::date + least((extract(day FROM start)::integer - 1) / 10, 2) * 10 AS first
                FROM usage_closed_cards WHERE grain = 'day'
              UNION ALL
              SELECT *, 'quarter', date_trunc('quarter', start)::date FROM usage_closed_cards WHERE grain = 'month') AS parts
        JOIN accounts USING (account_id)
       WHERE usage_closed_together
         AND CASE WHEN larger = 'quarter' THEN (first + interval '3 months')::date
                  WHEN extract(day FROM first) = 21 THEN (date_trunc('month', first) + interval '1 month')::date
                  ELSE first + 10 END <= usage_closed_before
       GROUP BY account_id, larger, dimension, first, key
       ORDER BY account_id, larger, dimension, first, key;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM usage_closed_cards WHERE grain IN ('third', 'quarter');
      ALTER TABLE usage_closed_cards DROP CONSTRAINT usage_closed_cards_grain_check;
      ALTER TABLE usage_closed_cards ADD CONSTRAINT usage_closed_cards_grain_check
        CHECK (grain IN ('day', 'month'));`);
  }
}
