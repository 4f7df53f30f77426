import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, and each change of their status with who and when, from which the status at any instant is read. */
export class Contracts1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contracts (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'suspended', 'terminated')),
        service_start_date date NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX contracts_current ON contracts (tenant_id) WHERE status <> 'terminated';
      SELECT protect_tenant_table('contracts');

      CREATE TABLE contract_changes (
        tenant_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        contract_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'suspended', 'terminated')),
        at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        reason text,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE INDEX contract_changes_at ON contract_changes (tenant_id, at DESC, id DESC);
      SELECT protect_tenant_table('contract_changes');
      REVOKE UPDATE, DELETE ON contract_changes FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
