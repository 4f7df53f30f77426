import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a letter is known again when its sender got no answer of ours and hands it over once more. */
export class TakenLetters1765000002056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE taken_letters (
        digest text PRIMARY KEY,
        -- Of the spool: the message that brought it first.
        message_id uuid NOT NULL,
        arrived_at timestamptz NOT NULL
      );
      CREATE INDEX taken_letters_arrived ON taken_letters (arrived_at);
      SELECT grant_system_table('taken_letters');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
