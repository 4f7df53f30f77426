import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mailing stands still for each reason that somebody has to decide about, and goes on after the last. */
export class HoldReasons1765000002060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mailing_holds ADD COLUMN reason text NOT NULL DEFAULT 'list-quality';
      ALTER TABLE mailing_holds ALTER COLUMN reason DROP DEFAULT;
      ALTER TABLE mailing_holds DROP CONSTRAINT mailing_holds_pkey,
        ADD PRIMARY KEY (tenant_id, campaign_id, reason, held_at);
      DROP INDEX mailing_holds_open;
      CREATE UNIQUE INDEX mailing_holds_open ON mailing_holds (tenant_id, campaign_id, reason)
        WHERE decided_at IS NULL;
      -- What waits now waits for each open case of a detector too, and for those alone where no gate is open.
      ALTER TABLE mailing_holds NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE quality_gates NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE abuse_cases NO FORCE ROW LEVEL SECURITY;
      INSERT INTO mailing_holds (tenant_id, campaign_id, reason, held_at)
      SELECT tenant_id, campaign_id, 'abuse/' || c.detector, h.held_at
      FROM mailing_holds h JOIN abuse_cases c USING (tenant_id, campaign_id)
      WHERE h.decided_at IS NULL AND c.outcome IS NULL AND c.detector IS NOT NULL;
      DELETE FROM mailing_holds h WHERE reason = 'list-quality' AND decided_at IS NULL
        AND EXISTS (SELECT FROM mailing_holds other WHERE other.tenant_id = h.tenant_id
          AND other.campaign_id = h.campaign_id AND other.reason <> h.reason AND other.decided_at IS NULL)
        AND NOT EXISTS (SELECT FROM quality_gates g
          WHERE g.tenant_id = h.tenant_id AND g.campaign_id = h.campaign_id AND g.decision IS NULL);
      ALTER TABLE mailing_holds FORCE ROW LEVEL SECURITY;
      ALTER TABLE quality_gates FORCE ROW LEVEL SECURITY;
      ALTER TABLE abuse_cases FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
