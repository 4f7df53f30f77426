import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of readers from elsewhere, each of whom is asked once. */
export class MigrationLists1765000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE migration_lists (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        newsletter_id uuid NOT NULL,
        file_sha256 bytea NOT NULL,
        status text NOT NULL CHECK (status IN ('uploaded', 'declared', 'asking', 'done', 'rejected', 'withdrawn')),
        row_count integer NOT NULL,
        asked integer NOT NULL DEFAULT 0,
        problems jsonb NOT NULL,
        problem_count integer NOT NULL,
        uploaded_at timestamptz NOT NULL,
        declared_by text,
        declared_at timestamptz,
        decided_at timestamptz,
        reason text,
        finished_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, newsletter_id) REFERENCES newsletters (tenant_id, id),
        CHECK ((declared_by IS NULL) = (declared_at IS NULL))
      );
      CREATE UNIQUE INDEX migration_lists_file ON migration_lists (tenant_id, newsletter_id, file_sha256)
        WHERE status NOT IN ('rejected', 'withdrawn');
      CREATE INDEX migration_lists_waiting ON migration_lists (declared_at) WHERE status = 'declared';
      SELECT protect_tenant_table('migration_lists');

      -- The address rests encrypted until the person was asked, and not a moment longer.
      CREATE TABLE migration_rows (
        tenant_id uuid NOT NULL,
        list_id uuid NOT NULL,
        row_no integer NOT NULL,
        address bytea,
        fields jsonb NOT NULL,
        consented_on date NOT NULL,
        consent_source text NOT NULL,
        request_id uuid,
        PRIMARY KEY (tenant_id, list_id, row_no),
        FOREIGN KEY (tenant_id, list_id) REFERENCES migration_lists (tenant_id, id) ON DELETE CASCADE
      );
      CREATE INDEX migration_rows_waiting ON migration_rows (tenant_id, list_id, row_no) WHERE address IS NOT NULL;
      SELECT protect_tenant_table('migration_rows');

      ALTER TABLE opt_in_requests DROP CONSTRAINT opt_in_requests_channel_check,
        ADD CONSTRAINT opt_in_requests_channel_check CHECK (channel IN ('form', 'blank-mail', 'migration-list'));
      ALTER TABLE consent_records DROP CONSTRAINT consent_records_channel_check,
        ADD CONSTRAINT consent_records_channel_check CHECK (channel IN ('form', 'blank-mail', 'migration-list'));
      CREATE INDEX consent_records_newsletter ON consent_records (tenant_id, newsletter_id, at) INCLUDE (channel);
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
