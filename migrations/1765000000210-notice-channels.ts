import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices by letter and portal beside mail, with their arrival and the document as it was sent. */
export class NoticeChannels1765000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notices
        ALTER COLUMN to_address DROP NOT NULL,
        ADD COLUMN channel text NOT NULL DEFAULT 'mail' CHECK (channel IN ('mail', 'letter', 'portal')),
        ADD COLUMN template text,
        ADD COLUMN postal_address text,
        -- Holds a link that opens something: the text goes with the mail.
        ADD COLUMN secret boolean NOT NULL DEFAULT true,
        ADD COLUMN arrived_at timestamptz,
        ADD COLUMN bounced_at timestamptz,
        ADD COLUMN read_at timestamptz,
        ADD COLUMN printed_at timestamptz,
        ADD COLUMN sha256 text;
      ALTER TABLE notices ADD CHECK (channel <> 'mail' OR to_address IS NOT NULL),
        ADD CHECK (channel <> 'letter' OR postal_address IS NOT NULL);
      CREATE INDEX notices_inbox ON notices (tenant_id, posted_at DESC, id DESC) WHERE NOT secret;
      CREATE INDEX notices_letters ON notices (posted_at) WHERE channel = 'letter' AND arrived_at IS NULL AND bounced_at IS NULL;

      CREATE UNIQUE INDEX notices_of_tenant ON notices (tenant_id, id);

      CREATE TABLE notice_documents (
        tenant_id uuid,
        notice_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (notice_id, position),
        FOREIGN KEY (tenant_id, notice_id) REFERENCES notices (tenant_id, id)
      );
      CREATE INDEX notice_documents_tenant ON notice_documents (tenant_id, notice_id);
      SELECT protect_tenant_table('notice_documents');
      REVOKE UPDATE ON notice_documents FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
