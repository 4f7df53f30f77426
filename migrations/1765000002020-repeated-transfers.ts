import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of transfers overlap: a transfer that an earlier file of the bank told of is known again. */
export class RepeatedTransfers1765000002020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfers ADD COLUMN inquiry_number text NOT NULL DEFAULT '';
      ALTER TABLE transfers ADD COLUMN repeats_id uuid;
      CREATE INDEX transfers_told ON transfers (booked_on, amount);
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
