import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators were warned of already; which campaign a report or a case is about; complaints that went on to the tenant. */
export class AlarmsAndReports1765000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inquiries
        ADD COLUMN alarmed_as text CHECK (alarmed_as IN ('due-soon', 'overdue')),
        ADD COLUMN campaign_id uuid,
        -- The complainant agreed that the tenant learns where to answer.
        ADD COLUMN may_share_address boolean NOT NULL DEFAULT false,
        ADD COLUMN forwarded_at timestamptz;
      CREATE INDEX inquiries_awaited ON inquiries (due_at) WHERE answered_at IS NULL AND closed_at IS NULL;

      ALTER TABLE personal_data_requests ADD COLUMN alarmed_as text CHECK (alarmed_as IN ('due-soon', 'overdue'));
      -- 'first-report:overdue': each is said once.
      ALTER TABLE breaches ADD COLUMN alarmed text[] NOT NULL DEFAULT '{}';

      ALTER TABLE abuse_cases
        ADD COLUMN campaign_id uuid,
        -- The detector that proposed it, and the figures it saw; null where a person opened it.
        ADD COLUMN detector text,
        ADD COLUMN evidence jsonb;
      -- A detector says the same of a tenant, or of a campaign, once while nobody has decided.
      CREATE UNIQUE INDEX abuse_cases_proposed ON abuse_cases
        (tenant_id, detector, coalesce(campaign_id, '00000000-0000-0000-0000-000000000000'))
        WHERE detector IS NOT NULL AND outcome IS NULL;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
