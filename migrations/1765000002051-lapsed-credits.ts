import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A credit note that a rule proposed lapses with the notice that it was proposed for; nobody has declined it. */
export class LapsedCredits1765000002051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credit_notes DROP CONSTRAINT credit_notes_state_check;
      ALTER TABLE credit_notes ADD CONSTRAINT credit_notes_state_check
        CHECK (state IN ('proposed', 'issued', 'declined', 'lapsed'));
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
