import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a notice is about, where a tenant is told of it once only: however often a job runs, and how many at a time. */
export class NoticesOnce1765000002055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notices ADD COLUMN about uuid;
      CREATE UNIQUE INDEX notices_once ON notices (tenant_id, kind, about) WHERE about IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
