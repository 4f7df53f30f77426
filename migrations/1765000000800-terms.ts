import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms and policies in their versions, and who accepted which. A published text can not be changed any more. */
export class Terms1765000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terms_documents (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('terms', 'policy')),
        title_ja text NOT NULL,
        title_en text NOT NULL,
        noun text NOT NULL
      );
      SELECT grant_system_table('terms_documents');

      CREATE TABLE terms_versions (
        document_id uuid NOT NULL REFERENCES terms_documents,
        number integer NOT NULL CHECK (number BETWEEN 1 AND 999),
        state text NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'published')),
        version integer NOT NULL DEFAULT 1,
        body text NOT NULL,
        supplement text,
        summary text NOT NULL,
        impact text NOT NULL CHECK (impact IN ('neutral', 'beneficial', 'adverse')),
        is_material boolean NOT NULL,
        revised_on date,
        effective_on date,
        submitted_by uuid,
        approved_by uuid,
        published_at timestamptz,
        in_force_from timestamptz,
        full_text text,
        hash text,
        PRIMARY KEY (document_id, number),
        CHECK ((state = 'published') = (in_force_from IS NOT NULL)),
        CHECK ((state = 'published') = (full_text IS NOT NULL AND published_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX terms_versions_open ON terms_versions (document_id) WHERE state <> 'published';
      CREATE UNIQUE INDEX terms_versions_in_force ON terms_versions (document_id, in_force_from)
        WHERE state = 'published';
      SELECT grant_system_table('terms_versions');

      CREATE FUNCTION refuse_change_of_published_terms() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'published terms are immutable'; END $$;
      CREATE TRIGGER terms_versions_published BEFORE UPDATE OR DELETE ON terms_versions
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change_of_published_terms();

      CREATE TABLE terms_acceptances (
        tenant_id uuid NOT NULL REFERENCES tenants,
        document_id uuid NOT NULL,
        number integer NOT NULL,
        member_id uuid NOT NULL,
        how text NOT NULL CHECK (how IN ('explicit', 'deemed')),
        at timestamptz NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (tenant_id, document_id, number, member_id),
        FOREIGN KEY (document_id, number) REFERENCES terms_versions
      );
      SELECT protect_tenant_table('terms_acceptances');
      REVOKE UPDATE, DELETE ON terms_acceptances FROM hikyaku_app;

      CREATE TABLE terms_announcements (
        tenant_id uuid NOT NULL REFERENCES tenants,
        document_id uuid NOT NULL,
        number integer NOT NULL,
        PRIMARY KEY (tenant_id, document_id, number),
        FOREIGN KEY (document_id, number) REFERENCES terms_versions
      );
      SELECT protect_tenant_table('terms_announcements');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
