import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is erased when and what holds it back, the certificates of it, and the proof of consent that outlives a contract. */
export class Retention1765000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasures);
    await runner.query(consent);
    await runner.query(`
      GRANT DELETE ON campaign_transitions, campaign_versions TO hikyaku_system;
      CREATE INDEX subscribers_erased ON subscribers (erased_at) WHERE erased_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}

const erasures = `
  CREATE TABLE legal_holds (
    id uuid PRIMARY KEY,
    tenant_id uuid REFERENCES tenants,
    request_id uuid,
    reason text NOT NULL,
    set_by uuid,
    set_at timestamptz NOT NULL,
    lift_reason text,
    lift_asked_by uuid,
    lift_asked_at timestamptz,
    lifted_by uuid,
    lifted_at timestamptz,
    CHECK ((lift_asked_at IS NULL) = (lift_reason IS NULL)),
    CHECK (lifted_at IS NULL OR (lift_asked_at IS NOT NULL AND lifted_by IS DISTINCT FROM lift_asked_by))
  );
  CREATE UNIQUE INDEX legal_holds_tenant ON legal_holds (tenant_id) WHERE lifted_at IS NULL AND request_id IS NULL;
  CREATE UNIQUE INDEX legal_holds_request ON legal_holds (request_id) WHERE lifted_at IS NULL;
  SELECT protect_tenant_table('legal_holds');
  REVOKE ALL ON legal_holds FROM hikyaku_app;

  -- One a night; without an end it goes on where it stopped.
  CREATE TABLE erasure_runs (
    day date PRIMARY KEY,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
  );
  SELECT grant_system_table('erasure_runs');

  CREATE TABLE erasure_certificates (
    id uuid PRIMARY KEY,
    no bigint NOT NULL UNIQUE,
    day date NOT NULL,
    tenant_id uuid REFERENCES tenants,
    class text NOT NULL CHECK (class IN ('A', 'A2', 'E', 'B', 'C', 'S')),
    lines jsonb NOT NULL,
    issued_at timestamptz NOT NULL,
    previous bytea NOT NULL,
    digest bytea NOT NULL
  );
  CREATE INDEX erasure_certificates_tenant ON erasure_certificates (tenant_id, no);
  SELECT protect_tenant_table('erasure_certificates');
  REVOKE ALL ON erasure_certificates FROM hikyaku_app;
  REVOKE UPDATE, DELETE ON erasure_certificates FROM hikyaku_system;

  -- Written with each batch, so that a run which dies has counted what it did.
  CREATE TABLE erasure_counts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date NOT NULL,
    tenant_id uuid REFERENCES tenants,
    class text NOT NULL,
    rule text NOT NULL,
    count bigint NOT NULL CHECK (count > 0),
    certificate_id uuid
  );
  CREATE UNIQUE INDEX erasure_counts_open ON erasure_counts (day, tenant_id, class, rule) NULLS NOT DISTINCT
    WHERE certificate_id IS NULL;
  SELECT protect_tenant_table('erasure_counts');
  REVOKE ALL ON erasure_counts FROM hikyaku_app;
`;

const consent = `
  -- How long the proof of consent is kept after the last mail, where it is not a month.
  CREATE TABLE consent_terms (
    tenant_id uuid PRIMARY KEY REFERENCES tenants,
    term text NOT NULL CHECK (term IN ('month', 'year', 'three-years')),
    reason text NOT NULL,
    set_by uuid,
    set_at timestamptz NOT NULL
  );
  SELECT protect_tenant_table('consent_terms');
  REVOKE ALL ON consent_terms FROM hikyaku_app;

  ALTER TABLE consent_records ADD COLUMN keep_until date;
  CREATE INDEX consent_records_over ON consent_records (keep_until) WHERE keep_until IS NOT NULL;
  CREATE INDEX consent_records_open ON consent_records (tenant_id, subscription_id) WHERE keep_until IS NULL;

  -- Texts of forms that people agreed to, after their newsletters are gone.
  CREATE TABLE escrowed_forms (
    tenant_id uuid NOT NULL REFERENCES tenants,
    text_hash bytea NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (tenant_id, text_hash)
  );
  SELECT protect_tenant_table('escrowed_forms');
  REVOKE ALL ON escrowed_forms FROM hikyaku_app;

  -- Proof of consent after the contract: nothing that leads to a person but a keyed hash of the address.
  CREATE TABLE consent_escrow (
    tenant_id uuid NOT NULL REFERENCES tenants,
    id uuid NOT NULL,
    newsletter text NOT NULL,
    method text NOT NULL,
    channel text NOT NULL,
    at timestamptz NOT NULL,
    requested_at timestamptz,
    origin bytea,
    form_number integer,
    form_hash bytea,
    address_proof bytea NOT NULL,
    keep_until date NOT NULL,
    PRIMARY KEY (tenant_id, id)
  );
  CREATE INDEX consent_escrow_proof ON consent_escrow (tenant_id, address_proof, at);
  CREATE INDEX consent_escrow_over ON consent_escrow (keep_until);
  SELECT protect_tenant_table('consent_escrow');
  REVOKE ALL ON consent_escrow FROM hikyaku_app;
`;
