import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came back about delivered mail, which addresses are due for a judgement, and who was removed. No table holds
 * an address: people are ids, and a removal keeps the masked line alone.
 */
export class Bounces1764000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bounce_reports (
        tenant_id uuid NOT NULL,
        subscriber_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('failed', 'delayed', 'complained')),
        source text NOT NULL CHECK (source IN ('refusal', 'report')),
        at timestamptz NOT NULL,
        status text,
        reply_code smallint,
        reason text NOT NULL,
        blame text NOT NULL CHECK (blame IN ('recipient', 'sender', 'path')),
        PRIMARY KEY (tenant_id, subscriber_id, campaign_id, kind)
      );
      CREATE INDEX bounce_reports_at ON bounce_reports (tenant_id, at) INCLUDE (kind, reason, campaign_id);
      SELECT protect_tenant_table('bounce_reports');

      CREATE TABLE streak_checks (
        tenant_id uuid NOT NULL,
        subscriber_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, subscriber_id)
      );
      CREATE INDEX streak_checks_due ON streak_checks (due_at);
      SELECT protect_tenant_table('streak_checks');

      CREATE TABLE streak_starts (
        tenant_id uuid NOT NULL,
        subscriber_id uuid NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, subscriber_id)
      );
      SELECT protect_tenant_table('streak_starts');

      CREATE TABLE bounce_removals (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        subscriber_id uuid NOT NULL,
        removed_at timestamptz NOT NULL,
        masked_line text NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX bounce_removals_at ON bounce_removals (tenant_id, removed_at);
      SELECT protect_tenant_table('bounce_removals');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
