import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns, their frozen contents, the record of every change of state, segments, and the budget of test sends. */
export class Campaigns1764000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE segments (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        name text NOT NULL,
        condition jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, name)
      );
      SELECT protect_tenant_table('segments');

      CREATE TABLE campaigns (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        status text NOT NULL CHECK (status IN
          ('draft', 'scheduled', 'held', 'sending', 'paused', 'aborted', 'sent', 'cancelled', 'missed')),
        subject text NOT NULL,
        preheader text NOT NULL,
        text text NOT NULL,
        html text,
        newsletter_ids uuid[] NOT NULL,
        segment_id uuid,
        condition jsonb,
        own_footer boolean NOT NULL,
        tracking boolean NOT NULL,
        content_version integer,
        scheduled_at timestamptz,
        launched_at timestamptz,
        receipt jsonb,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, segment_id) REFERENCES segments (tenant_id, id) ON DELETE SET NULL (segment_id),
        CHECK (segment_id IS NULL OR condition IS NULL),
        CHECK ((status = 'draft') = (scheduled_at IS NULL)),
        CHECK ((status = 'draft') = (content_version IS NULL)),
        CHECK ((status IN ('sending', 'paused', 'aborted', 'sent')) = (launched_at IS NOT NULL)),
        CHECK ((status = 'aborted') = (receipt IS NOT NULL))
      );
      CREATE INDEX campaigns_by_status ON campaigns (tenant_id, status, id);
      CREATE INDEX campaigns_by_segment ON campaigns (tenant_id, segment_id) WHERE segment_id IS NOT NULL;
      -- What the sweep looks for, over all tenants.
      CREATE INDEX campaigns_waiting ON campaigns (scheduled_at) WHERE status IN ('scheduled', 'held');
      SELECT protect_tenant_table('campaigns');

      -- The content and target as they were frozen; never changed, only thrown away with a deleted draft.
      CREATE TABLE campaign_versions (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        number integer NOT NULL,
        sha256 bytea NOT NULL,
        content jsonb NOT NULL,
        target jsonb NOT NULL,
        frozen_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id, number),
        FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE
      );
      SELECT protect_tenant_table('campaign_versions');
      REVOKE UPDATE ON campaign_versions FROM hikyaku_app, hikyaku_system;

      -- Append-only: outlives even a deleted draft, hence no foreign key.
      CREATE TABLE campaign_transitions (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        no bigint GENERATED ALWAYS AS IDENTITY,
        event text NOT NULL,
        from_status text NOT NULL,
        to_status text NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id, no)
      );
      SELECT protect_tenant_table('campaign_transitions');
      REVOKE UPDATE, DELETE ON campaign_transitions FROM hikyaku_app, hikyaku_system;

      CREATE TABLE campaign_test_sends (
        tenant_id uuid NOT NULL,
        member_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX campaign_test_sends_recent ON campaign_test_sends (tenant_id, member_id, sent_at);
      SELECT protect_tenant_table('campaign_test_sends');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
