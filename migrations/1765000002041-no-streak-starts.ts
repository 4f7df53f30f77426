import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on mails count is told by the consent records, in the transaction that judges. */
export class NoStreakStarts1765000002041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE streak_starts`);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
