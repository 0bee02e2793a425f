import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UsageIncrements1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What waited before has each addition under `dimensions` and `keys`, and is merged as it stands.
    await runner.query(`
      ALTER TABLE usage_increments
        ADD COLUMN hours text[],
        ADD COLUMN places text[],
        ADD COLUMN sources text[],
        ADD COLUMN devices text[];`);
  }

  async down(): Promise<void> {
    throw new Error('What waits to be merged cannot be told in the columns of before.');
  }
}
