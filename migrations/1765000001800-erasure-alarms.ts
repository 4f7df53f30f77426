import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a night could not erase, and whether operators were told of it. */
export class ErasureAlarms1765000001800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE erasure_runs
        ADD COLUMN failed text[] NOT NULL DEFAULT '{}',
        ADD COLUMN told_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
