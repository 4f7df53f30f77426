import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How fast mails may leave: buckets that all workers draw from, what operators decided about relays and recipient
 * domains, breakers, and what left when. Of tenants only their wishes about delivery.
 */
export class Pacing1765000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pace_buckets (
        key text PRIMARY KEY,
        tokens double precision NOT NULL,
        bulk double precision NOT NULL,
        at timestamptz NOT NULL,
        small_at timestamptz
      ) WITH (fillfactor = 50);
      SELECT grant_system_table('pace_buckets');

      CREATE TABLE relay_settings (
        name text PRIMARY KEY,
        enabled boolean NOT NULL,
        weight double precision CHECK (weight > 0),
        per_second double precision CHECK (per_second > 0),
        changed_at timestamptz NOT NULL
      );
      SELECT grant_system_table('relay_settings');

      CREATE TABLE domain_settings (
        domain text PRIMARY KEY,
        connections int CHECK (connections > 0),
        per_second double precision CHECK (per_second > 0),
        changed_at timestamptz NOT NULL
      );
      SELECT grant_system_table('domain_settings');

      CREATE TABLE breakers (
        kind text NOT NULL CHECK (kind IN ('relay', 'domain')),
        name text NOT NULL,
        state text NOT NULL CHECK (state IN ('closed', 'open', 'half-open')),
        failures int NOT NULL,
        trips int NOT NULL,
        until timestamptz,
        reason text,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (kind, name)
      );
      SELECT grant_system_table('breakers');

      CREATE TABLE delivery_traffic (
        minute timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('relay', 'domain')),
        name text NOT NULL,
        accepted int NOT NULL,
        refused int NOT NULL,
        put_off int NOT NULL,
        unclear int NOT NULL,
        PRIMARY KEY (minute, kind, name)
      );
      SELECT grant_system_table('delivery_traffic');

      CREATE TABLE delivery_policies (
        tenant_id uuid PRIMARY KEY REFERENCES tenants,
        version int NOT NULL,
        after_crash text NOT NULL CHECK (after_crash IN ('hold', 'retry')),
        avoid_full_hours boolean NOT NULL
      );
      SELECT protect_tenant_table('delivery_policies');

      -- Mails of unknown fate that somebody decided to leave as they are.
      CREATE TABLE unknown_decisions (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        mails int NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id),
        FOREIGN KEY (tenant_id, campaign_id) REFERENCES mailings ON DELETE CASCADE
      );
      SELECT protect_tenant_table('unknown_decisions');

      CREATE TABLE warm_ups (
        tenant_id uuid NOT NULL REFERENCES tenants,
        domain text NOT NULL,
        started_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, domain)
      );
      SELECT protect_tenant_table('warm_ups');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
