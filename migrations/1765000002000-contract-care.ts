import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came back is said once more or left at that; applicants are answered in their language, about terms that bind. */
export class ContractCare1765000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notices ADD COLUMN repeat_of uuid, ADD COLUMN let_be_at timestamptz;
      -- What came back before anybody was told of it stays as it is.
      ALTER TABLE notices NO FORCE ROW LEVEL SECURITY;
      UPDATE notices SET let_be_at = bounced_at WHERE bounced_at IS NOT NULL;
      ALTER TABLE notices FORCE ROW LEVEL SECURITY;
      CREATE UNIQUE INDEX notices_repeat ON notices (repeat_of) WHERE repeat_of IS NOT NULL;
      CREATE INDEX notices_lost ON notices (bounced_at) WHERE bounced_at IS NOT NULL AND let_be_at IS NULL AND NOT secret;

      ALTER TABLE applications ADD COLUMN locale text NOT NULL DEFAULT 'ja' CHECK (locale IN ('ja', 'en'));

      -- The terms that an applicant can agree to: versions of documents, each from an instant on.
      CREATE TABLE binding_terms (
        document_id uuid NOT NULL,
        number integer NOT NULL,
        hash text NOT NULL,
        binds_from timestamptz NOT NULL,
        PRIMARY KEY (document_id, number)
      );
      SELECT grant_system_table('binding_terms');
      INSERT INTO binding_terms (document_id, number, hash, binds_from)
        SELECT v.document_id, v.number, v.hash, v.in_force_from FROM terms_versions v
        JOIN terms_documents d ON d.id = v.document_id WHERE v.state = 'published' AND d.kind = 'terms';
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
