import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports know the domain they are about; those that nobody can be told from are kept for operators. A campaign
 * whose list is bad waits for an operator.
 */
export class Complaints1765000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bounce_reports ADD COLUMN domain text;
      UPDATE bounce_reports r SET domain = d.domain FROM deliveries d
        WHERE d.tenant_id = r.tenant_id AND d.subscriber_id = r.subscriber_id AND d.campaign_id = r.campaign_id;
      CREATE INDEX bounce_reports_campaign ON bounce_reports (tenant_id, campaign_id, kind) INCLUDE (blame);
      CREATE INDEX bounce_reports_sender ON bounce_reports (at) WHERE blame = 'sender' AND kind = 'failed';

      CREATE TABLE unattributed_reports (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('failed', 'delayed', 'complained')),
        status text,
        reply_code smallint,
        reason text NOT NULL,
        blame text NOT NULL,
        reporter text,
        domain text
      );
      CREATE INDEX unattributed_reports_at ON unattributed_reports (at, id);
      SELECT grant_system_table('unattributed_reports');

      CREATE TABLE mailing_holds (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        held_at timestamptz NOT NULL,
        decided_at timestamptz,
        PRIMARY KEY (tenant_id, campaign_id, held_at)
      );
      CREATE UNIQUE INDEX mailing_holds_open ON mailing_holds (tenant_id, campaign_id) WHERE decided_at IS NULL;
      SELECT protect_tenant_table('mailing_holds');

      CREATE TABLE quality_gates (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        tripped_at timestamptz NOT NULL,
        sent integer NOT NULL,
        bounced integer NOT NULL,
        complained integer NOT NULL,
        decision text CHECK (decision IN ('released', 'aborted')),
        decided_at timestamptz,
        decided_by uuid,
        reason text,
        PRIMARY KEY (tenant_id, id),
        CHECK ((decision IS NULL) = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX quality_gates_id ON quality_gates (id); -- operators name the gate alone
      CREATE INDEX quality_gates_campaign ON quality_gates (tenant_id, campaign_id);
      SELECT protect_tenant_table('quality_gates');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
