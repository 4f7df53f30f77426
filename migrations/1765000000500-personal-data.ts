import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask about their personal data, what that costs them, and the register of breaches. */
export class PersonalData1765000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_data_requests (
        id uuid PRIMARY KEY,
        tenant_id uuid REFERENCES tenants,
        kind text NOT NULL CHECK (kind IN ('PURPOSE_NOTICE', 'DISCLOSURE', 'DISCLOSURE_OF_TRANSFER_RECORDS',
          'CORRECTION', 'ADDITION', 'DELETION', 'STOP_USE', 'STOP_THIRD_PARTY')),
        subject text NOT NULL CHECK (subject IN ('subscriber', 'contact')),
        subscriber_id uuid,
        state text NOT NULL CHECK (state IN ('identity_pending', 'identity_failed', 'fee_pending', 'in_review',
          'fulfilled', 'partially_fulfilled', 'refused', 'withdrawn', 'expired', 'closed')),
        locale text NOT NULL CHECK (locale IN ('ja', 'en')),
        format text NOT NULL CHECK (format IN ('electronic', 'paper')),
        name text NOT NULL,
        reply_address text,
        postal_address text,
        details text NOT NULL,
        reason text,
        fee_yen integer NOT NULL CHECK (fee_yen >= 0),
        received_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        verified_at timestamptz,
        decided_at timestamptz,
        token_hash bytea UNIQUE,
        token_until timestamptz,
        origin bytea,
        CHECK ((subject = 'subscriber') = (subscriber_id IS NOT NULL)),
        CHECK (subject = 'contact' OR reply_address IS NULL), -- readers' addresses rest in one place only
        CHECK (fee_yen = 0 OR kind IN ('PURPOSE_NOTICE', 'DISCLOSURE')),
        CHECK (state <> 'refused' OR reason IS NOT NULL)
      );
      CREATE INDEX personal_data_requests_newest ON personal_data_requests (received_at DESC, id DESC);
      CREATE INDEX personal_data_requests_due ON personal_data_requests (due_at)
        WHERE state IN ('identity_pending', 'fee_pending', 'in_review');
      CREATE INDEX personal_data_requests_origin ON personal_data_requests (origin, received_at);
      SELECT protect_tenant_table('personal_data_requests');
      REVOKE ALL ON personal_data_requests FROM hikyaku_app;

      CREATE TABLE privacy_fees (
        kind text PRIMARY KEY CHECK (kind IN ('PURPOSE_NOTICE', 'DISCLOSURE')),
        yen integer NOT NULL CHECK (yen BETWEEN 0 AND 10000)
      );
      SELECT grant_system_table('privacy_fees');
      INSERT INTO privacy_fees VALUES ('PURPOSE_NOTICE', 0), ('DISCLOSURE', 0);

      CREATE TABLE breaches (
        id uuid PRIMARY KEY,
        known_at timestamptz NOT NULL,
        summary text NOT NULL,
        cause text,
        measures text,
        kinds text[] NOT NULL,
        persons integer NOT NULL CHECK (persons >= 0),
        was_encrypted boolean NOT NULL,
        first_reported_at timestamptz,
        fully_reported_at timestamptz,
        persons_told_at timestamptz,
        closed_at timestamptz
      );
      SELECT grant_system_table('breaches');

      CREATE TABLE breach_tenants (
        tenant_id uuid NOT NULL REFERENCES tenants,
        breach_id uuid NOT NULL REFERENCES breaches,
        persons integer NOT NULL CHECK (persons >= 0),
        told_at timestamptz,
        PRIMARY KEY (tenant_id, breach_id)
      );
      SELECT protect_tenant_table('breach_tenants');
      REVOKE ALL ON breach_tenants FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
