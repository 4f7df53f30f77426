import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mailing stands still for each reason that somebody has to decide about, and goes on after the last. */
export class HoldReasons1765000002060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mailing_holds ADD COLUMN reason text NOT NULL DEFAULT 'list-quality';
      ALTER TABLE mailing_holds ALTER COLUMN reason DROP DEFAULT;
      -- What waits now and for no gate waits for the oldest case of a detector.
      ALTER TABLE mailing_holds NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE quality_gates NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE abuse_cases NO FORCE ROW LEVEL SECURITY;
      UPDATE mailing_holds h SET reason = 'abuse/' || c.detector
      FROM (SELECT DISTINCT ON (tenant_id, campaign_id) tenant_id, campaign_id, detector FROM abuse_cases
        WHERE outcome IS NULL AND detector IS NOT NULL AND campaign_id IS NOT NULL
        ORDER BY tenant_id, campaign_id, opened_at) c
      WHERE h.decided_at IS NULL AND c.tenant_id = h.tenant_id AND c.campaign_id = h.campaign_id
        AND NOT EXISTS (SELECT FROM quality_gates g
          WHERE g.tenant_id = h.tenant_id AND g.campaign_id = h.campaign_id AND g.decision IS NULL);
      ALTER TABLE mailing_holds FORCE ROW LEVEL SECURITY;
      ALTER TABLE quality_gates FORCE ROW LEVEL SECURITY;
      ALTER TABLE abuse_cases FORCE ROW LEVEL SECURITY;
      ALTER TABLE mailing_holds DROP CONSTRAINT mailing_holds_pkey,
        ADD PRIMARY KEY (tenant_id, campaign_id, reason, held_at);
      DROP INDEX mailing_holds_open;
      CREATE UNIQUE INDEX mailing_holds_open ON mailing_holds (tenant_id, campaign_id, reason)
        WHERE decided_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
