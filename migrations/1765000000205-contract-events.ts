import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a contract: notices, requests, suspensions, proposals, measures, changed details. */
export class ContractEvents1765000000205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
