import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the mails of a large mailing fared by domain is counted now and then instead of at every look. */
export class MailingDomains1765000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailing_domains (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        figures jsonb NOT NULL,
        counted_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id)
      );
      SELECT protect_tenant_table('mailing_domains');
      CREATE INDEX mailings_large ON mailings (tenant_id, campaign_id) WHERE candidates >= 50000;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
