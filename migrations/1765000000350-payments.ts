import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How money comes in: banks and how they want their files, mandates, debit files with their results, transfers, what
 * was received and which invoices it paid, the ladder of arrears, and what is decided by two persons.
 */
export class Payments1765000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bank_profiles (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        version integer NOT NULL,
        settings jsonb NOT NULL
      );
      SELECT grant_system_table('bank_profiles');

      -- The account stands in account_box only, under a key of its own.
      CREATE TABLE mandates (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        state text NOT NULL,
        file_number text,
        account_box bytea,
        masked_account text,
        customer_number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        requested_at timestamptz NOT NULL,
        form_received_on date,
        submitted_at timestamptz,
        active_since date,
        ended_at timestamptz,
        return_reason text,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX mandates_active ON mandates (tenant_id) WHERE state = 'active';
      CREATE UNIQUE INDEX mandates_pending ON mandates (tenant_id) WHERE state IN ('requested', 'form-received', 'submitted');
      CREATE UNIQUE INDEX mandates_file_number ON mandates (file_number);
      SELECT protect_tenant_table('mandates');

      CREATE TABLE payer_identities (
        tenant_id uuid NOT NULL REFERENCES tenants,
        kind text NOT NULL CHECK (kind IN ('code', 'name')),
        value text NOT NULL,
        PRIMARY KEY (tenant_id, kind, value)
      );
      CREATE UNIQUE INDEX payer_codes ON payer_identities (value) WHERE kind = 'code';
      SELECT protect_tenant_table('payer_identities');

      CREATE TABLE transfer_imports (
        id uuid PRIMARY KEY,
        bank_profile_id uuid NOT NULL REFERENCES bank_profiles,
        sha256 bytea NOT NULL UNIQUE,
        file_name text NOT NULL,
        file_box bytea NOT NULL,
        imported_at timestamptz NOT NULL,
        operator_id uuid,
        count integer NOT NULL,
        total bigint NOT NULL
      );
      SELECT grant_system_table('transfer_imports');

      CREATE TABLE transfers (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES transfer_imports,
        position integer NOT NULL,
        booked_on date NOT NULL,
        value_date date NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        payer_code text NOT NULL,
        payer_name text NOT NULL,
        bank_name text NOT NULL,
        reference text NOT NULL,
        reversal boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('unmatched', 'matched', 'reversed', 'set-aside')),
        tenant_id uuid REFERENCES tenants,
        matched_by text,
        matched_at timestamptz,
        note text,
        reverses_id uuid,
        candidates uuid[] NOT NULL DEFAULT '{}',
        UNIQUE (import_id, position)
      );
      CREATE INDEX transfers_state ON transfers (state, id);
      CREATE INDEX transfers_tenant ON transfers (tenant_id, id);
      SELECT protect_tenant_table('transfers');

      -- Money that came in from a tenant, and below zero what the bank took back.
      CREATE TABLE receipts (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('transfer', 'debit')),
        source_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount <> 0),
        received_on date NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX receipts_source ON receipts (tenant_id, kind, source_id);
      SELECT protect_tenant_table('receipts');
      REVOKE UPDATE, DELETE ON receipts FROM hikyaku_app;

      -- What of a receipt, or of credit, paid which invoice; below zero where it was taken back.
      CREATE TABLE allocations (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        receipt_id uuid,
        invoice_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount <> 0),
        at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipts
      );
      CREATE INDEX allocations_invoice ON allocations (tenant_id, invoice_id);
      CREATE INDEX allocations_receipt ON allocations (tenant_id, receipt_id);
      SELECT protect_tenant_table('allocations');
      REVOKE UPDATE, DELETE ON allocations FROM hikyaku_app;

      CREATE TABLE debit_files (
        id uuid PRIMARY KEY,
        month date NOT NULL,
        debit_date date NOT NULL,
        closes_at timestamptz NOT NULL,
        bank_profile_id uuid NOT NULL REFERENCES bank_profiles,
        settings jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('prepared', 'confirmed', 'handed-over', 'answered', 'cancelled')),
        prepared_at timestamptz NOT NULL,
        prepared_by uuid,
        confirmed_at timestamptz,
        confirmed_by uuid,
        handed_over_at timestamptz,
        file_box bytea,
        sha256 bytea,
        count integer NOT NULL,
        total bigint NOT NULL,
        result_sha256 bytea UNIQUE,
        result_box bytea,
        answered_at timestamptz
      );
      SELECT grant_system_table('debit_files');

      CREATE TABLE debit_entries (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        file_id uuid NOT NULL REFERENCES debit_files,
        mandate_id uuid NOT NULL,
        customer_number text NOT NULL,
        occasion text NOT NULL CHECK (occasion IN ('first', 'changed', 'other')),
        amount bigint NOT NULL CHECK (amount > 0),
        removed_at timestamptz,
        result_code text,
        outcome text CHECK (outcome IN ('settled', 'failed', 'unclear')),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, mandate_id) REFERENCES mandates
      );
      CREATE UNIQUE INDEX debit_entries_file ON debit_entries (tenant_id, file_id, customer_number);
      CREATE INDEX debit_entries_of_file ON debit_entries (file_id, customer_number);
      SELECT protect_tenant_table('debit_entries');

      CREATE TABLE debit_entry_invoices (
        tenant_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        PRIMARY KEY (tenant_id, entry_id, invoice_id),
        FOREIGN KEY (tenant_id, entry_id) REFERENCES debit_entries ON DELETE CASCADE
      );
      CREATE INDEX debit_entry_invoices_invoice ON debit_entry_invoices (tenant_id, invoice_id);
      SELECT protect_tenant_table('debit_entry_invoices');

      CREATE TABLE dunning_steps (
        tenant_id uuid NOT NULL REFERENCES tenants,
        invoice_id uuid NOT NULL,
        step text NOT NULL,
        taken_at timestamptz NOT NULL,
        notice_id uuid,
        arrived_at timestamptz,
        bounced_at timestamptz,
        PRIMARY KEY (tenant_id, invoice_id, step)
      );
      CREATE INDEX dunning_steps_notice ON dunning_steps (tenant_id, notice_id);
      SELECT protect_tenant_table('dunning_steps');

      CREATE TABLE accelerations (
        tenant_id uuid NOT NULL REFERENCES tenants,
        contract_id uuid NOT NULL,
        due_on date NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, contract_id)
      );
      SELECT protect_tenant_table('accelerations');

      CREATE TABLE bounce_charges (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        evidence text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        note text,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('bounce_charges');

      CREATE TABLE write_offs (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        note text,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
      );
      CREATE UNIQUE INDEX write_offs_open ON write_offs (tenant_id, invoice_id) WHERE state = 'proposed';
      SELECT protect_tenant_table('write_offs');

      CREATE TABLE refund_files (
        id uuid PRIMARY KEY,
        pay_on date NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid,
        file_box bytea NOT NULL,
        sha256 bytea NOT NULL,
        count integer NOT NULL,
        total bigint NOT NULL
      );
      SELECT grant_system_table('refund_files');

      CREATE TABLE refunds (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        reason text NOT NULL,
        account_box bytea NOT NULL,
        masked_account text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected', 'ordered')),
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        note text,
        file_id uuid REFERENCES refund_files,
        PRIMARY KEY (tenant_id, id)
      );
      SELECT protect_tenant_table('refunds');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
