import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file that shows why the special charge of W12A is due, sealed. */
export class ChargeEvidence1765000002021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bounce_charge_files (
        tenant_id uuid NOT NULL,
        charge_id uuid NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        sha256 bytea NOT NULL,
        file_box bytea NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, charge_id),
        FOREIGN KEY (tenant_id, charge_id) REFERENCES bounce_charges (tenant_id, id)
      );
      SELECT protect_tenant_table('bounce_charge_files');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
