import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk behind the inquiries: clocks in business hours, answers, calls, closing days, and cases of prohibited acts. */
export class SupportDesk1765000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inquiries
        ALTER COLUMN message_id DROP NOT NULL,
        ALTER COLUMN raw DROP NOT NULL,
        DROP CONSTRAINT inquiries_box_check,
        ADD CHECK (box IN ('support', 'postmaster', 'abuse', 'privacy')),
        ADD COLUMN channel text NOT NULL DEFAULT 'mail' CHECK (channel IN ('mail', 'portal', 'form')),
        ADD COLUMN is_complaint boolean NOT NULL DEFAULT false,
        ADD COLUMN member_id uuid,
        ADD COLUMN due_at timestamptz,
        ADD COLUMN answered_at timestamptz,
        ADD COLUMN origin bytea,
        ADD COLUMN thread jsonb NOT NULL DEFAULT '[]';
      UPDATE inquiries SET due_at = arrived_at + interval '1 day';
      ALTER TABLE inquiries ALTER COLUMN due_at SET NOT NULL;
      CREATE INDEX inquiries_of_tenant ON inquiries (tenant_id, arrived_at DESC, id DESC) WHERE tenant_id IS NOT NULL;
      CREATE INDEX inquiries_of_origin ON inquiries (origin, arrived_at) WHERE origin IS NOT NULL;

      DO $$ BEGIN
        IF NOT (SELECT relrowsecurity FROM pg_class WHERE oid = 'inquiries'::regclass) THEN
          PERFORM protect_tenant_table('inquiries');
        END IF;
      END $$;

      CREATE TABLE contact_windows (
        name text PRIMARY KEY CHECK (name IN ('support', 'privacy')),
        title_ja text NOT NULL,
        title_en text NOT NULL,
        phone text,
        fax text,
        mail_address text,
        url text
      );
      SELECT grant_system_table('contact_windows');
      INSERT INTO contact_windows (name, title_ja, title_en) VALUES
        ('support', 'サポート窓口', 'Support'), ('privacy', 'お客様相談室（個人情報）', 'Privacy desk');

      CREATE TABLE closing_days (
        day date PRIMARY KEY,
        name text NOT NULL
      );
      SELECT grant_system_table('closing_days');

      CREATE TABLE calls (
        id uuid PRIMARY KEY,
        tenant_id uuid REFERENCES tenants,
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        at timestamptz NOT NULL,
        minutes integer NOT NULL CHECK (minutes >= 0),
        person text NOT NULL,
        phone text,
        summary text NOT NULL,
        recording text,
        operator_id uuid NOT NULL,
        inquiry_id uuid,
        keep_until date NOT NULL
      );
      CREATE INDEX calls_newest ON calls (at DESC, id DESC);
      SELECT protect_tenant_table('calls');
      REVOKE ALL ON calls FROM hikyaku_app;

      CREATE TABLE abuse_cases (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL UNIQUE,
        code text NOT NULL CHECK (code ~ '^P(0[1-9]|1[0-9]|2[1-4])$'),
        summary text NOT NULL,
        inquiry_id uuid,
        opened_at timestamptz NOT NULL,
        opened_by uuid,
        outcome text CHECK (outcome IN ('dismissed', 'warned', 'held', 'cure-notice', 'termination')),
        reason text,
        decided_at timestamptz,
        decided_by uuid,
        PRIMARY KEY (tenant_id, id),
        CHECK ((outcome IS NULL) = (decided_at IS NULL))
      );
      CREATE INDEX abuse_cases_of_tenant ON abuse_cases (tenant_id, opened_at);
      SELECT protect_tenant_table('abuse_cases');
      REVOKE ALL ON abuse_cases FROM hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
