import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What personal data left the house: to whom, by what right, how much; and who processes data for the provider. */
export class Disclosures1765000001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE processors (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        service text NOT NULL,
        country text NOT NULL,
        classes text[] NOT NULL,
        safeguards text NOT NULL,
        redelegation text NOT NULL,
        since date NOT NULL,
        until date,
        audited_on date,
        CHECK (until >= since)
      );
      SELECT grant_system_table('processors');

      CREATE TABLE disclosures (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        recipient text NOT NULL,
        recipient_kind text NOT NULL CHECK (recipient_kind IN ('bank', 'processor', 'authority', 'person', 'other')),
        basis text NOT NULL CHECK (basis IN
          ('CONSENT', 'LAW', 'LIFE_PROPERTY', 'PAYMENT_COLLECTION', 'PROCESSOR', 'JOINT_USE', 'APPI_PERMITTED')),
        ground text NOT NULL,
        classes text[] NOT NULL,
        what text NOT NULL,
        persons integer NOT NULL CHECK (persons >= 0),
        -- A thing of the platform that was given out: it is entered once however often it is fetched.
        source text UNIQUE,
        entered_by uuid,
        state text NOT NULL CHECK (state IN ('proposed', 'given', 'declined')),
        decided_by uuid,
        decided_at timestamptz,
        CHECK (decided_by IS DISTINCT FROM entered_by OR decided_by IS NULL)
      );
      SELECT grant_system_table('disclosures');

      -- Whose data it was.
      CREATE TABLE disclosed_tenants (
        tenant_id uuid NOT NULL REFERENCES tenants,
        disclosure_id uuid NOT NULL REFERENCES disclosures,
        PRIMARY KEY (tenant_id, disclosure_id)
      );
      CREATE INDEX disclosed_tenants_of ON disclosed_tenants (disclosure_id);
      SELECT protect_tenant_table('disclosed_tenants');
      REVOKE ALL ON disclosed_tenants FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
