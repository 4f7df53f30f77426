import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of who gets which mail, the lanes along which workers go through it, and what readers opened.
 *
 * The ledger's rows change two or three times each, so they leave room for it on their page, and the only index on
 * what changes is the one that finds the next rows to send: `next_at` is there while a row waits and at no other time,
 * so that the second change, of a mail that got through, touches no index. A campaign's rows are found by their range
 * of numbers.
 */
export class Delivery1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailings (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('running', 'paused', 'stopped', 'finished')),
        after_crash text NOT NULL CHECK (after_crash IN ('hold', 'retry')),
        content jsonb NOT NULL,
        link_targets text[] NOT NULL,
        candidates int NOT NULL DEFAULT 0,
        first_no bigint NOT NULL DEFAULT 0,
        last_no bigint NOT NULL DEFAULT 0,
        launched_at timestamptz NOT NULL,
        settled_at timestamptz,
        equation jsonb,
        PRIMARY KEY (tenant_id, campaign_id)
      );
      SELECT protect_tenant_table('mailings');

      CREATE TABLE deliveries (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        subscriber_id uuid NOT NULL,
        delivery_no bigint GENERATED ALWAYS AS IDENTITY,
        domain text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'attempting', 'accepted', 'refused', 'deferred', 'unknown', 'cancelled', 'excluded')),
        tries smallint NOT NULL DEFAULT 0,
        next_at timestamptz,
        attempt_id uuid,
        first_try_at timestamptz,
        sent_at timestamptz,
        reply_code smallint,
        enhanced_status text,
        reason text,
        reply text,
        PRIMARY KEY (tenant_id, subscriber_id, campaign_id),
        CHECK ((next_at IS NOT NULL) = (state IN ('queued', 'deferred')))
      ) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
      -- The number stands first because a return path or a clicked link knows nothing else; the tenant is there so that
      -- no plan ever adds a walk through all rows of the tenant, which it would before the first ANALYZE.
      CREATE UNIQUE INDEX deliveries_no ON deliveries (delivery_no, tenant_id);
      CREATE INDEX deliveries_due ON deliveries (tenant_id, campaign_id, next_at) WHERE next_at IS NOT NULL;
      SELECT protect_tenant_table('deliveries');

      CREATE TABLE mailing_lanes (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        lane smallint NOT NULL,
        round int NOT NULL DEFAULT 0,
        attempt_id uuid,
        delivery_nos bigint[],
        wake_at timestamptz,
        PRIMARY KEY (tenant_id, campaign_id, lane)
      ) WITH (fillfactor = 50);
      CREATE INDEX mailing_lanes_wake ON mailing_lanes (wake_at) WHERE wake_at IS NOT NULL;
      SELECT protect_tenant_table('mailing_lanes');

      CREATE TABLE opens (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        delivery_no bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('human', 'machine')),
        times int NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id, delivery_no, kind)
      );
      SELECT protect_tenant_table('opens');

      CREATE TABLE clicks (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        delivery_no bigint NOT NULL,
        link_no smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('human', 'scanner')),
        times int NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id, delivery_no, link_no, kind)
      );
      SELECT protect_tenant_table('clicks');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
