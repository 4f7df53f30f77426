import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole life of a contract: what is on offer, who applied, what was agreed, every notice, wish, proposal and
 * measure, each with the instant of its arrival.
 */
export class ContractEngine1765000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is on offer. Anybody may know it, so tenants' transactions read it too.
      CREATE TABLE courses (
        code text PRIMARY KEY,
        names jsonb NOT NULL,
        term_rules jsonb NOT NULL,
        quality_gate jsonb NOT NULL,
        on_sale boolean NOT NULL,
        version integer NOT NULL
      );
      SELECT grant_system_table('courses');
      GRANT SELECT ON courses TO hikyaku_app;

      CREATE TABLE course_options (
        code text PRIMARY KEY,
        names jsonb NOT NULL,
        on_sale boolean NOT NULL,
        version integer NOT NULL
      );
      SELECT grant_system_table('course_options');
      GRANT SELECT ON course_options TO hikyaku_app;

      -- A sales campaign: for applications from the first to the last day, other rules than the course's.
      CREATE TABLE offers (
        code text PRIMARY KEY,
        names jsonb NOT NULL,
        term_rules jsonb NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        version integer NOT NULL
      );
      SELECT grant_system_table('offers');

      INSERT INTO courses (code, names, term_rules, quality_gate, on_sale, version)
      VALUES ('STANDARD', '{"ja": "スタンダードコース", "en": "Standard course"}', '{}', '{}', true, 1);

      -- An application is there before there is a tenant.
      CREATE TABLE applications (
        id uuid PRIMARY KEY,
        channel text NOT NULL CHECK (channel IN ('web', 'paper', 'partner')),
        partner_name text,
        state text NOT NULL CHECK (state IN ('received', 'accepted', 'rejected', 'withdrawn')),
        applied_at timestamptz NOT NULL,
        form_arrived_at timestamptz,
        recorded_at timestamptz NOT NULL,
        applicant jsonb NOT NULL,
        course_code text NOT NULL REFERENCES courses,
        option_codes text[] NOT NULL,
        offer_code text REFERENCES offers,
        form_rules jsonb NOT NULL,
        terms_version text NOT NULL,
        terms_hash text NOT NULL,
        token_hash bytea,
        reason text,
        decided_at timestamptz,
        accepted_as uuid REFERENCES tenants,
        version integer NOT NULL
      );
      CREATE INDEX applications_inbox ON applications (state, applied_at, id);
      CREATE UNIQUE INDEX applications_token ON applications (token_hash);
      SELECT grant_system_table('applications');

      CREATE TABLE application_scans (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
        name text NOT NULL,
        type text NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX application_scans_application ON application_scans (application_id);
      SELECT grant_system_table('application_scans');

      ALTER TABLE contracts RENAME COLUMN status TO stage;
      ALTER TABLE contracts DROP CONSTRAINT contracts_status_check;
      ALTER TABLE contracts ADD CHECK (stage IN ('applied', 'rejected', 'withdrawn', 'ready', 'start-notified',
        'active', 'suspended', 'terminated', 'data-erased', 'erased'));
      ALTER TABLE contracts
        ALTER COLUMN service_start_date DROP NOT NULL,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN application_id uuid,
        ADD COLUMN applied_at timestamptz,
        ADD COLUMN rules jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN bill_to jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN terms_version text,
        ADD COLUMN terms_hash text,
        ADD COLUMN form_arrived_at timestamptz,
        ADD COLUMN initial_paid_at timestamptz,
        ADD COLUMN provisioned_at timestamptz,
        ADD COLUMN start_notified_at timestamptz,
        ADD COLUMN end_date date,
        ADD COLUMN end_reason text,
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN erase_service_data_by date,
        ADD COLUMN erase_personal_data_from date,
        -- The month up to which renewals are written down.
        ADD COLUMN advanced_through date;
      UPDATE contracts SET applied_at = service_start_date::timestamp AT TIME ZONE 'Asia/Tokyo';
      ALTER TABLE contracts ALTER COLUMN applied_at SET NOT NULL;
      DROP INDEX contracts_current;
      CREATE UNIQUE INDEX contracts_current ON contracts (tenant_id)
        WHERE stage NOT IN ('rejected', 'withdrawn', 'terminated', 'data-erased', 'erased');
      CREATE INDEX contracts_ending ON contracts (tenant_id, end_date) WHERE stage IN ('active', 'suspended') AND end_date IS NOT NULL;
      CREATE INDEX contracts_starting ON contracts (tenant_id, service_start_date) WHERE stage = 'start-notified';

      ALTER TABLE contract_changes RENAME COLUMN status TO stage;
      ALTER TABLE contract_changes DROP CONSTRAINT contract_changes_status_check;
      ALTER TABLE contract_changes
        ADD COLUMN event text NOT NULL DEFAULT 'recorded',
        ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
      CREATE UNIQUE INDEX contract_changes_renewal ON contract_changes (tenant_id, contract_id, (details->>'month')) WHERE event = 'renewed';

      -- Months are kept as their first day.
      CREATE TABLE contract_courses (
        tenant_id uuid NOT NULL,
        contract_id uuid NOT NULL,
        from_month date NOT NULL CHECK (extract(day FROM from_month) = 1),
        course_code text NOT NULL REFERENCES courses,
        PRIMARY KEY (tenant_id, contract_id, from_month),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      SELECT protect_tenant_table('contract_courses');
      INSERT INTO contract_courses (tenant_id, contract_id, from_month, course_code)
      SELECT tenant_id, id, date_trunc('month', service_start_date)::date, 'STANDARD' FROM contracts;

      CREATE TABLE contract_options (
        tenant_id uuid NOT NULL,
        contract_id uuid NOT NULL,
        option_code text NOT NULL REFERENCES course_options,
        from_month date NOT NULL CHECK (extract(day FROM from_month) = 1),
        -- The first month without it.
        until_month date CHECK (until_month > from_month AND extract(day FROM until_month) = 1),
        PRIMARY KEY (tenant_id, contract_id, option_code, from_month),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      SELECT protect_tenant_table('contract_options');

      -- What billing says a tenant owes. The unpaid period keeps its first day after it was settled.
      CREATE TABLE contract_dues (
        tenant_id uuid PRIMARY KEY REFERENCES tenants,
        due_yen bigint NOT NULL,
        oldest_due_date date,
        receivable_yen bigint NOT NULL,
        unpaid_since date,
        settled_at timestamptz,
        recorded_at timestamptz NOT NULL
      );
      SELECT protect_tenant_table('contract_dues');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
