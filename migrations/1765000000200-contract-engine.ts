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

      -- Non-renewal notices and cancellations, of either party, in force or not.
      CREATE TABLE end_notices (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        sender text NOT NULL CHECK (sender IN ('tenant', 'operator')),
        channel text NOT NULL CHECK (channel IN ('web', 'mail', 'paper', 'portal', 'letter')),
        recorded_at timestamptz NOT NULL,
        arrived_at timestamptz,
        last_month_of_use date,
        reason text,
        -- The operator's own notice, on its way to the tenant.
        posted_notice_id uuid,
        -- The mail it came by.
        mail_id uuid,
        withdrawal_asked_at timestamptz,
        withdrawn_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE INDEX end_notices_contract ON end_notices (tenant_id, contract_id);
      CREATE INDEX end_notices_under_way ON end_notices (tenant_id, posted_notice_id) WHERE arrived_at IS NULL;
      SELECT protect_tenant_table('end_notices');

      -- Mails to the address for notices, until a person has said what they mean.
      CREATE TABLE contract_mails (
        id uuid PRIMARY KEY,
        of_tenant uuid REFERENCES tenants,
        message_id text NOT NULL UNIQUE,
        sender text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        arrived_at timestamptz NOT NULL,
        settled_as text,
        settled_at timestamptz
      );
      CREATE INDEX contract_mails_open ON contract_mails (arrived_at) WHERE settled_at IS NULL;
      SELECT grant_system_table('contract_mails');

      CREATE TABLE course_change_requests (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('web', 'mail', 'paper')),
        arrived_at timestamptz NOT NULL,
        desired_month date NOT NULL,
        course_code text REFERENCES courses,
        add_options text[] NOT NULL,
        drop_options text[] NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
        from_month date NOT NULL,
        reason text,
        decided_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE INDEX course_change_requests_open ON course_change_requests (tenant_id, arrived_at) WHERE state = 'open';
      SELECT protect_tenant_table('course_change_requests');

      CREATE TABLE contract_suspensions (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        reason text NOT NULL,
        resumption_asked_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE UNIQUE INDEX contract_suspensions_running ON contract_suspensions (tenant_id, contract_id) WHERE until_at IS NULL;
      SELECT protect_tenant_table('contract_suspensions');

      -- What billing or one person proposes, and a person, or another one, brings into force.
      CREATE TABLE contract_proposals (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        contract_version integer NOT NULL,
        action text NOT NULL CHECK (action IN ('suspend', 'terminate')),
        reason text NOT NULL,
        termination_reason text,
        proposed_by uuid,
        proposed_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'approved', 'declined')),
        decided_by uuid,
        decided_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE UNIQUE INDEX contract_proposals_open ON contract_proposals (tenant_id, contract_id, action) WHERE state = 'open';
      SELECT protect_tenant_table('contract_proposals');

      CREATE TABLE cure_notices (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        breach text NOT NULL,
        prohibited_acts text[] NOT NULL,
        days integer NOT NULL CHECK (days BETWEEN 1 AND 365),
        posted_notice_id uuid,
        posted_at timestamptz NOT NULL,
        arrived_at timestamptz,
        cured_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      SELECT protect_tenant_table('cure_notices');

      -- Interruptions of service, of everybody or of the tenants named.
      CREATE TABLE service_interruptions (
        id uuid PRIMARY KEY,
        reason integer NOT NULL CHECK (reason BETWEEN 1 AND 9),
        everybody boolean NOT NULL,
        sending boolean NOT NULL,
        forms boolean NOT NULL,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        announcement jsonb NOT NULL,
        announced_at timestamptz NOT NULL,
        CHECK (until_at >= from_at)
      );
      CREATE INDEX service_interruptions_from ON service_interruptions (from_at DESC);
      SELECT grant_system_table('service_interruptions');
      GRANT SELECT ON service_interruptions TO hikyaku_app;

      CREATE TABLE interrupted_tenants (
        tenant_id uuid NOT NULL REFERENCES tenants,
        interruption_id uuid NOT NULL REFERENCES service_interruptions,
        PRIMARY KEY (tenant_id, interruption_id)
      );
      SELECT protect_tenant_table('interrupted_tenants');

      CREATE TABLE throttles (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        mails_per_hour integer NOT NULL CHECK (mails_per_hour >= 0),
        reason text NOT NULL,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('throttles');

      CREATE TABLE details_changes (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        contract_id uuid NOT NULL,
        changes jsonb NOT NULL,
        planned_date date NOT NULL,
        arrived_at timestamptz NOT NULL,
        late boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('to-check', 'planned', 'applied', 'refused')),
        reason text,
        settled_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts
      );
      CREATE INDEX details_changes_open ON details_changes (tenant_id, planned_date) WHERE state IN ('to-check', 'planned');
      SELECT protect_tenant_table('details_changes');

      -- From the end of its contract on, nobody signs in for a tenant.
      ALTER TABLE tenants ADD COLUMN closed_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
