import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who handed a message over, and what was found out about it; messages that came together are sorted together.
 * Letters to people of the provider rest as inquiries.
 */
export class IncomingMail1765000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inbound_messages
        ADD COLUMN batch_id uuid,
        ADD COLUMN client_ip inet,
        ADD COLUMN helo text,
        ADD COLUMN mail_from text,
        ADD COLUMN authentication jsonb,
        ADD COLUMN outcome text;
      UPDATE inbound_messages SET batch_id = id;
      ALTER TABLE inbound_messages ALTER COLUMN batch_id SET NOT NULL;
      CREATE INDEX inbound_messages_batch ON inbound_messages (batch_id) WHERE state = 'waiting';

      CREATE TABLE inquiries (
        id uuid PRIMARY KEY,
        message_id uuid NOT NULL UNIQUE,
        tenant_id uuid REFERENCES tenants,
        box text NOT NULL CHECK (box IN ('support', 'postmaster', 'abuse')),
        arrived_at timestamptz NOT NULL,
        from_name text NOT NULL,
        from_address text NOT NULL,
        reply_to text,
        mail_id text,
        subject text NOT NULL,
        text text NOT NULL,
        raw bytea NOT NULL,
        authentication jsonb,
        closed_at timestamptz,
        closed_by uuid
      );
      CREATE INDEX inquiries_arrived ON inquiries (arrived_at, id);
      CREATE INDEX inquiries_open ON inquiries (arrived_at, id) WHERE closed_at IS NULL;
      ALTER TABLE inquiries ALTER COLUMN raw SET STORAGE EXTERNAL;
      SELECT grant_system_table('inquiries');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
