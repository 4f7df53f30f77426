import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that nothing of ours is signed in: they name a recipient, and anybody could have written them. */
export class UnsignedReports1765000002040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bounce_reports DROP CONSTRAINT bounce_reports_source_check;
      ALTER TABLE bounce_reports ADD CONSTRAINT bounce_reports_source_check
        CHECK (source IN ('refusal', 'report', 'unsigned'));
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
