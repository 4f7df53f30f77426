import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what: tenants and their members, operators, sessions, keys, and the trail of what they did. */
export class Accounts1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenants (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('ja', 'en')),
        created_at timestamptz NOT NULL
      );
      SELECT protect_tenant_table('tenants', 'id');
      REVOKE INSERT, DELETE ON tenants FROM hikyaku_app;

      CREATE TABLE members (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX members_email ON members (tenant_id, lower(email));
      CREATE INDEX members_sign_in ON members (lower(email));
      SELECT protect_tenant_table('members');

      CREATE TABLE operators (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'billing', 'support')),
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX operators_email ON operators (lower(email));
      SELECT grant_system_table('operators');

      -- Of a member or of an operator, whose rows have no tenant.
      CREATE TABLE sessions (
        tenant_id uuid,
        token_hash bytea PRIMARY KEY,
        member_id uuid,
        operator_id uuid REFERENCES operators ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        FOREIGN KEY (tenant_id, member_id) REFERENCES members ON DELETE CASCADE,
        CHECK (num_nonnulls(member_id, operator_id) = 1 AND (tenant_id IS NULL) = (member_id IS NULL))
      );
      CREATE INDEX sessions_member ON sessions (tenant_id, member_id);
      CREATE INDEX sessions_operator ON sessions (operator_id);
      CREATE INDEX sessions_seen ON sessions (seen_at);
      SELECT protect_tenant_table('sessions');

      CREATE TABLE password_resets (
        tenant_id uuid,
        token_hash bytea PRIMARY KEY,
        member_id uuid,
        operator_id uuid REFERENCES operators ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        FOREIGN KEY (tenant_id, member_id) REFERENCES members ON DELETE CASCADE,
        CHECK (num_nonnulls(member_id, operator_id) = 1 AND (tenant_id IS NULL) = (member_id IS NULL))
      );
      CREATE INDEX password_resets_member ON password_resets (tenant_id, member_id);
      CREATE INDEX password_resets_operator ON password_resets (operator_id);
      SELECT protect_tenant_table('password_resets');

      -- A try is counted before it is known whose account it is for; the bucket is a hash.
      CREATE TABLE sign_in_attempts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        bucket bytea NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempts_bucket ON sign_in_attempts (bucket, at);
      CREATE INDEX sign_in_attempts_at ON sign_in_attempts (at);
      SELECT grant_system_table('sign_in_attempts');

      CREATE TABLE invitations (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX invitations_email ON invitations (tenant_id, lower(email));
      SELECT protect_tenant_table('invitations');

      CREATE TABLE api_keys (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        name text NOT NULL,
        prefix text NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('api_keys');

      -- Append-only, also for the system role. What no tenant is concerned with has no tenant.
      CREATE TABLE audit_trail (
        tenant_id uuid,
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('member', 'operator', 'api-key', 'system')),
        actor_id uuid,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        details jsonb NOT NULL
      );
      CREATE INDEX audit_trail_tenant ON audit_trail (tenant_id, at DESC, id DESC);
      CREATE INDEX audit_trail_at ON audit_trail (at DESC, id DESC);
      SELECT protect_tenant_table('audit_trail');
      REVOKE UPDATE, DELETE ON audit_trail FROM hikyaku_app, hikyaku_system;

      CREATE TABLE sender_profiles (
        tenant_id uuid PRIMARY KEY REFERENCES tenants,
        version integer NOT NULL,
        sender_name text NOT NULL,
        from_address text NOT NULL,
        reply_to_address text,
        legal jsonb
      );
      SELECT protect_tenant_table('sender_profiles');

      -- An operator's requests have no tenant.
      CREATE TABLE idempotency_keys (
        tenant_id uuid,
        actor_id uuid NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        started_at timestamptz NOT NULL,
        answer jsonb,
        UNIQUE NULLS NOT DISTINCT (actor_id, route, key, tenant_id)
      );
      CREATE INDEX idempotency_keys_started ON idempotency_keys (started_at);
      SELECT protect_tenant_table('idempotency_keys');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
