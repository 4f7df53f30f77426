import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofAccount = `
  tenant_id uuid,
  member_id uuid,
  operator_id uuid REFERENCES operators ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members ON DELETE CASCADE,
  CHECK (num_nonnulls(member_id, operator_id) = 1 AND (tenant_id IS NULL) = (member_id IS NULL))`;

/** Second factors, known devices, reported leaks, help with consent, and the seals of the audit trail. */
export class People1765000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN device text NOT NULL DEFAULT '',
        ADD COLUMN network text NOT NULL DEFAULT '',
        ADD COLUMN second_factor text CHECK (second_factor IN ('totp', 'recovery-code', 'passkey')),
        ADD COLUMN passkey_challenge text,
        ADD COLUMN acting_for uuid REFERENCES tenants,
        ADD COLUMN acting_until timestamptz,
        ADD CHECK (num_nonnulls(acting_for, acting_until) IN (0, 2)),
        ADD CHECK (acting_for IS NULL OR operator_id IS NOT NULL);
      CREATE UNIQUE INDEX sessions_id ON sessions (id);

      -- The secret of an authenticator app, encrypted; last_step keeps a code from being used twice.
      CREATE TABLE totp_secrets (
        id uuid PRIMARY KEY,
        secret bytea NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0, ${ofAccount}
      );
      CREATE UNIQUE INDEX totp_secrets_member ON totp_secrets (tenant_id, member_id);
      CREATE UNIQUE INDEX totp_secrets_operator ON totp_secrets (operator_id);
      SELECT protect_tenant_table('totp_secrets');

      CREATE TABLE recovery_codes (
        code_hash bytea PRIMARY KEY, ${ofAccount}
      );
      CREATE INDEX recovery_codes_member ON recovery_codes (tenant_id, member_id);
      CREATE INDEX recovery_codes_operator ON recovery_codes (operator_id);
      SELECT protect_tenant_table('recovery_codes');

      CREATE TABLE passkeys (
        id uuid PRIMARY KEY,
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz, ${ofAccount}
      );
      CREATE INDEX passkeys_member ON passkeys (tenant_id, member_id);
      CREATE INDEX passkeys_operator ON passkeys (operator_id);
      SELECT protect_tenant_table('passkeys');

      -- Between the right password and the second factor.
      CREATE TABLE sign_in_tickets (
        token_hash bytea PRIMARY KEY,
        passkey_challenge text,
        expires_at timestamptz NOT NULL, ${ofAccount}
      );
      CREATE INDEX sign_in_tickets_member ON sign_in_tickets (tenant_id, member_id);
      CREATE INDEX sign_in_tickets_operator ON sign_in_tickets (operator_id);
      SELECT protect_tenant_table('sign_in_tickets');

      CREATE TABLE known_devices (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL,
        device text NOT NULL,
        network text NOT NULL,
        seen_at timestamptz NOT NULL, ${ofAccount}
      );
      CREATE INDEX known_devices_member ON known_devices (tenant_id, member_id);
      CREATE INDEX known_devices_operator ON known_devices (operator_id);
      CREATE INDEX known_devices_seen ON known_devices (seen_at);
      SELECT protect_tenant_table('known_devices');

      -- While the newest report of a tenant is not lifted, nobody is served and nothing is sent.
      CREATE TABLE leak_reports (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        reported_at timestamptz NOT NULL,
        reported_by uuid,
        what text NOT NULL CHECK (what IN ('password', 'device', 'api-key', 'other')),
        lifted_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX leak_reports_open ON leak_reports (tenant_id) WHERE lifted_at IS NULL;
      SELECT protect_tenant_table('leak_reports');

      -- A tenant's recorded wish that operators work in its name for a while.
      CREATE TABLE assistance_consents (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        given_by uuid NOT NULL,
        given_at timestamptz NOT NULL,
        until timestamptz NOT NULL,
        purpose text NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('assistance_consents');

      -- Each seal covers one entry and the seal before it.
      CREATE TABLE audit_seals (
        seq bigint PRIMARY KEY,
        entry_id uuid NOT NULL UNIQUE,
        seal bytea NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT ON audit_seals TO hikyaku_system;

      CREATE TABLE audit_unsealed (entry_id uuid PRIMARY KEY);
      GRANT SELECT, DELETE ON audit_unsealed TO hikyaku_system;
      CREATE FUNCTION await_audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
        INSERT INTO audit_unsealed VALUES (NEW.id);
        RETURN NULL;
      END $$;
      ALTER TABLE audit_trail NO FORCE ROW LEVEL SECURITY;
      INSERT INTO audit_unsealed SELECT id FROM audit_trail;
      ALTER TABLE audit_trail FORCE ROW LEVEL SECURITY;
      CREATE TRIGGER await_audit_seal AFTER INSERT ON audit_trail FOR EACH ROW EXECUTE FUNCTION await_audit_seal();
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
