import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members write with: sources of HTML, templates, images, and approvals. */
export class CampaignWork1765000000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE campaigns
        ADD COLUMN format text NOT NULL DEFAULT 'text' CHECK (format IN ('text', 'blocks', 'mjml', 'html')),
        ADD COLUMN mjml text,
        ADD COLUMN blocks jsonb,
        ADD COLUMN category text NOT NULL DEFAULT 'general' CHECK (category IN ('general', 'election'));
      ALTER TABLE campaigns NO FORCE ROW LEVEL SECURITY;
      UPDATE campaigns SET format = 'html' WHERE html IS NOT NULL;
      ALTER TABLE campaigns FORCE ROW LEVEL SECURITY;
      CREATE INDEX campaigns_launched ON campaigns (tenant_id, launched_at DESC) WHERE launched_at IS NOT NULL;

      CREATE TABLE campaign_templates (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, name)
      );
      SELECT protect_tenant_table('campaign_templates');

      -- The bytes stay in the database, so that a backup has the images of every mail in it.
      CREATE TABLE images (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        sha256 bytea NOT NULL,
        type text NOT NULL CHECK (type IN ('png', 'jpg', 'gif', 'webp')),
        width integer NOT NULL,
        height integer NOT NULL,
        size integer NOT NULL,
        name text NOT NULL,
        content bytea NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, sha256)
      );
      ALTER TABLE images ALTER COLUMN content SET STORAGE EXTERNAL;
      SELECT protect_tenant_table('images');

      CREATE TABLE campaign_settings (
        tenant_id uuid PRIMARY KEY,
        version integer NOT NULL,
        approval_needed boolean NOT NULL
      );
      SELECT protect_tenant_table('campaign_settings');

      -- Bound to one content: the same hash as the frozen content must have.
      CREATE TABLE campaign_approvals (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        by text NOT NULL CHECK (by IN ('member', 'operator')),
        content_sha256 bytea NOT NULL,
        recipients integer NOT NULL,
        content_version integer NOT NULL,
        requested_by uuid,
        requested_at timestamptz NOT NULL,
        note text NOT NULL,
        decision text CHECK (decision IN ('approved', 'rejected')),
        decided_by uuid,
        decided_at timestamptz,
        reason text,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE,
        CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3))
      );
      CREATE INDEX campaign_approvals_campaign ON campaign_approvals (tenant_id, campaign_id, by, id DESC);
      CREATE INDEX campaign_approvals_open ON campaign_approvals (id) WHERE by = 'operator' AND decision IS NULL;
      SELECT protect_tenant_table('campaign_approvals');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
