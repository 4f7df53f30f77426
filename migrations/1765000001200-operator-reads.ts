import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which operator looked at which data of a tenant, how often in an hour and why; the tenant reads it. */
export class OperatorReads1765000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operator_reads (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        operator_id uuid NOT NULL,
        kind text NOT NULL,
        -- In the name of the tenant, with its consent.
        acting boolean NOT NULL,
        reason text NOT NULL,
        hour timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        times integer NOT NULL CHECK (times > 0),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, hour, operator_id, kind, acting, reason)
      );
      CREATE INDEX operator_reads_age ON operator_reads (last_at);
      SELECT protect_tenant_table('operator_reads');
      REVOKE INSERT, UPDATE, DELETE ON operator_reads FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
