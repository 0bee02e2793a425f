import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When owners were told of recommendations. Whoever listens again is told what came in the last day: older ones need none. */
export class RecommendationsTold1795000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recommendations ADD COLUMN told_at timestamptz;
      UPDATE recommendations SET told_at = received_at
       WHERE alert_id IS NOT NULL AND received_at > now() - interval '1 day';
      CREATE INDEX recommendations_told_at_idx ON recommendations (account_id, told_at) WHERE told_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recommendations DROP COLUMN told_at');
  }
}
