import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where tenants' programs are told what happened, and the history of each telling. */
export class Webhooks1765000000950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoints (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        url text NOT NULL,
        events text[] NOT NULL,
        secret bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('on', 'off', 'failed')),
        failing_since timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('webhook_endpoints');

      CREATE TABLE webhook_messages (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        type text NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
        tries integer NOT NULL DEFAULT 0,
        last_tried_at timestamptz,
        last_status integer,
        last_problem text,
        next_try_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE
      );
      CREATE INDEX webhook_messages_newest ON webhook_messages (tenant_id, endpoint_id, created_at DESC, id DESC);
      CREATE INDEX webhook_messages_due ON webhook_messages (next_try_at) WHERE state = 'waiting';
      CREATE INDEX webhook_messages_old ON webhook_messages (created_at);
      SELECT protect_tenant_table('webhook_messages');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
