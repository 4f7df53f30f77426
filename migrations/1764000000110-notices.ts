import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails of the platform itself to members (with their tenant) and to operators (without one). */
export class Notices1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        tenant_id uuid,
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('ja', 'en')),
        to_name text,
        to_address text NOT NULL,
        subject text NOT NULL,
        body text,
        posted_at timestamptz NOT NULL,
        sent_at timestamptz,
        refused_at timestamptz
      );
      CREATE INDEX notices_tenant ON notices (tenant_id, posted_at);
      CREATE INDEX notices_with_body ON notices (posted_at) WHERE body IS NOT NULL;
      SELECT protect_tenant_table('notices');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
