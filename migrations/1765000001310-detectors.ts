import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators changed about the detectors of abuse; what is not here is as the code has it. */
export class Detectors1765000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE detector_settings (
        name text PRIMARY KEY,
        is_on boolean NOT NULL,
        holds boolean NOT NULL,
        thresholds jsonb NOT NULL
      );
      SELECT grant_system_table('detector_settings');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
