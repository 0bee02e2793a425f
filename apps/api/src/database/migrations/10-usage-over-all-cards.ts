import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sums of hours over all cards, and of what else than views is told of each: closed days are opened, to be closed again with them.
 * The hourly upkeep does so, account by account; done here, nobody would be served until it is. And the latest visits of all cards.
 */
export class UsageOverAllCards1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await openAgain(runner);
    // As long as it takes.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(
      'CREATE INDEX tracking_visits_began_at_idx ON tracking_visits (account_id, began_at, visit_id) WHERE viewed',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tracking_visits_began_at_idx');
    await openAgain(runner);
  }
}

async function openAgain(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE accounts SET usage_closed_before = NULL, usage_closed_together = false, usage_open_together = false
     WHERE usage_closed_together`);
}
