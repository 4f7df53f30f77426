import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of the provider's people were taught what, when. */
export class StaffTrainings1765000001330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_trainings (
        id uuid PRIMARY KEY,
        operator_id uuid NOT NULL REFERENCES operators ON DELETE CASCADE,
        topic text NOT NULL,
        trained_on date NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX staff_trainings_operator ON staff_trainings (operator_id, trained_on DESC);
      SELECT grant_system_table('staff_trainings');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
