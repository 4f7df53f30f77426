import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name for each line of what came back that is made of nothing: tenants know the ids of people and campaigns. */
export class BounceLines1765000002042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bounce_reports ADD COLUMN line uuid NOT NULL DEFAULT gen_random_uuid();
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
