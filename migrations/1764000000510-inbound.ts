import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that came in, spooled before it is acknowledged. What is sorted loses its text and recipients at once. */
export class Inbound1764000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbound_messages (
        id uuid PRIMARY KEY,
        arrived_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sorted', 'dropped', 'kept')),
        null_sender boolean NOT NULL,
        recipients text[] NOT NULL,
        raw bytea,
        bytes integer NOT NULL,
        sorted_at timestamptz,
        CHECK (raw IS NOT NULL OR state IN ('sorted', 'dropped'))
      );
      ALTER TABLE inbound_messages ALTER COLUMN raw SET STORAGE EXTERNAL; -- mail hardly compresses, and the row is short-lived
      CREATE INDEX inbound_messages_waiting ON inbound_messages (arrived_at) WHERE state = 'waiting';
      CREATE INDEX inbound_messages_sorted ON inbound_messages (sorted_at) WHERE state IN ('sorted', 'dropped');
      SELECT grant_system_table('inbound_messages');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
