import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tenant may leave opens and clicks uncounted altogether. */
export class TrackingPolicy1765000001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery_policies ADD COLUMN tracking boolean NOT NULL DEFAULT true;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
