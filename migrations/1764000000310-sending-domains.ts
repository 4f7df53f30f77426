import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Domains that tenants write from, and the keys that sign for them. Two tenants may name the same domain: each proves
 * it by a key of its own. A private key is kept encrypted and goes when the key is retired.
 */
export class SendingDomains1764000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sending_domains (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        domain text NOT NULL,
        created_at timestamptz NOT NULL,
        verified_at timestamptz,
        checked_at timestamptz,
        last_check jsonb,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, domain)
      );
      SELECT protect_tenant_table('sending_domains');

      CREATE TABLE dkim_keys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        domain_id uuid NOT NULL,
        selector text NOT NULL,
        algorithm text NOT NULL CHECK (algorithm IN ('rsa', 'ed25519')),
        state text NOT NULL CHECK (state IN ('pending', 'active', 'retiring', 'retired')),
        public_key text NOT NULL,
        private_key bytea,
        created_at timestamptz NOT NULL,
        activated_at timestamptz,
        retire_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, domain_id, selector),
        FOREIGN KEY (tenant_id, domain_id) REFERENCES sending_domains ON DELETE CASCADE,
        CHECK ((private_key IS NULL) = (state = 'retired'))
      );
      CREATE UNIQUE INDEX dkim_keys_pending ON dkim_keys (tenant_id, domain_id, algorithm) WHERE state = 'pending';
      CREATE UNIQUE INDEX dkim_keys_active ON dkim_keys (tenant_id, domain_id, algorithm) WHERE state = 'active';
      CREATE INDEX dkim_keys_retiring ON dkim_keys (retire_at) WHERE state = 'retiring';
      SELECT protect_tenant_table('dkim_keys');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
