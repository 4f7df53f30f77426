import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prices, peaks, runs, invoices and the documents that are kept of them. Money is whole yen in bigint. */
export class Billing1765000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(prices);
    await runner.query(documents);
    await runner.query(invoices);
    await runner.query(creditNotes);
    await runner.query(runs);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}

const prices = `
  -- 料金規定: a draft until it is published, unchangeable from then on. effective_from is the first of a month.
  CREATE TABLE price_tables (
    version integer PRIMARY KEY,
    effective_from date NOT NULL CHECK (extract(day FROM effective_from) = 1),
    courses jsonb NOT NULL,
    drafted_at timestamptz NOT NULL,
    drafted_by uuid,
    published_at timestamptz,
    published_by uuid
  );
  CREATE UNIQUE INDEX price_tables_month ON price_tables (effective_from) WHERE published_at IS NOT NULL;
  SELECT grant_system_table('price_tables');
  CREATE FUNCTION keep_published_prices() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a published price table is immutable';
  END $$;
  CREATE TRIGGER price_tables_immutable BEFORE UPDATE OR DELETE ON price_tables
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION keep_published_prices();

  -- Who issues invoices, how they are paid, when the bank wants its file; the newest version holds.
  CREATE TABLE billing_settings (
    version integer PRIMARY KEY,
    content jsonb NOT NULL,
    set_at timestamptz NOT NULL,
    set_by uuid
  );
  SELECT grant_system_table('billing_settings');
  REVOKE UPDATE, DELETE ON billing_settings FROM hikyaku_system;

  -- 最大メールアドレス数 of a closed month, with the first instant of it and the curve by day. Never written twice.
  CREATE TABLE peaks (
    tenant_id uuid NOT NULL REFERENCES tenants,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    count integer NOT NULL,
    at timestamptz NOT NULL,
    carry_out integer NOT NULL,
    days jsonb NOT NULL,
    closed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, month)
  );
  SELECT protect_tenant_table('peaks');
  REVOKE UPDATE, DELETE ON peaks FROM hikyaku_app, hikyaku_system;
`;

const documents = `
  -- The last number given in a series, 'invoice-2026': raised in the transaction that uses it, so that none is missing.
  CREATE TABLE document_series (series text PRIMARY KEY, last integer NOT NULL);
  SELECT grant_system_table('document_series');

  -- What was issued, byte for byte; appended to and never changed (電子帳簿保存法).
  CREATE TABLE documents (
    tenant_id uuid NOT NULL REFERENCES tenants,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
    number text NOT NULL UNIQUE,
    issued_on date NOT NULL,
    counterparty text NOT NULL,
    amount_yen bigint NOT NULL,
    bytes bytea NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
  );
  CREATE INDEX documents_issued ON documents (issued_on, number);
  CREATE INDEX documents_amount ON documents (amount_yen, number);
  SELECT protect_tenant_table('documents');
  REVOKE UPDATE, DELETE ON documents FROM hikyaku_app, hikyaku_system;
`;

const invoices = `
  CREATE TABLE invoices (
    tenant_id uuid NOT NULL REFERENCES tenants,
    id uuid NOT NULL,
    contract_id uuid NOT NULL,
    -- What it is for, so that nothing is invoiced twice: 'initial:<contract>', 'monthly:<contract>:2026-07' …
    key text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('initial', 'monthly', 'final')),
    number text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('issued', 'collecting', 'collection-failed', 'partially-paid', 'paid', 'void',
      'written-off')),
    pay_by text NOT NULL CHECK (pay_by IN ('transfer', 'direct-debit')),
    issued_on date NOT NULL,
    due_date date NOT NULL,
    recipient jsonb NOT NULL,
    issuer jsonb NOT NULL,
    totals jsonb NOT NULL,
    tax_yen bigint NOT NULL,
    total_yen bigint NOT NULL,
    paid_yen bigint NOT NULL DEFAULT 0 CHECK (paid_yen BETWEEN 0 AND total_yen),
    credited_yen bigint NOT NULL DEFAULT 0,
    document_id uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    paid_at timestamptz,
    void_at timestamptz,
    reason text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id)
  );
  CREATE UNIQUE INDEX invoices_key ON invoices (tenant_id, key) WHERE state <> 'void';
  CREATE INDEX invoices_issued ON invoices (tenant_id, issued_on DESC, number DESC);
  CREATE INDEX invoices_open ON invoices (due_date, tenant_id)
    WHERE state IN ('issued', 'collecting', 'collection-failed', 'partially-paid');
  SELECT protect_tenant_table('invoices');
  REVOKE DELETE ON invoices FROM hikyaku_app, hikyaku_system;
  -- What an invoice says is never edited: only its state and what was paid on it move.
  CREATE FUNCTION keep_invoice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'an issued invoice is immutable';
  END $$;
  CREATE TRIGGER invoices_immutable BEFORE UPDATE ON invoices FOR EACH ROW WHEN (
    (OLD.tenant_id, OLD.id, OLD.contract_id, OLD.key, OLD.kind, OLD.number, OLD.issued_on, OLD.due_date, OLD.recipient,
     OLD.issuer, OLD.totals, OLD.tax_yen, OLD.total_yen, OLD.document_id, OLD.issued_at)
    IS DISTINCT FROM
    (NEW.tenant_id, NEW.id, NEW.contract_id, NEW.key, NEW.kind, NEW.number, NEW.issued_on, NEW.due_date, NEW.recipient,
     NEW.issuer, NEW.totals, NEW.tax_yen, NEW.total_yen, NEW.document_id, NEW.issued_at)
  ) EXECUTE FUNCTION keep_invoice();

  CREATE TABLE invoice_lines (
    tenant_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    line_no smallint NOT NULL,
    kind text NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    amount_yen bigint NOT NULL,
    tax_category text NOT NULL,
    detail text,
    PRIMARY KEY (tenant_id, invoice_id, line_no),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
  );
  SELECT protect_tenant_table('invoice_lines');
  REVOKE UPDATE, DELETE ON invoice_lines FROM hikyaku_app, hikyaku_system;

  -- Months whose peak has been settled. Voiding the invoice that did so opens them again.
  CREATE TABLE settled_months (
    tenant_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    outcome text NOT NULL CHECK (outcome IN ('true-up', 'full-fee', 'no-fee', 'release-advance')),
    peak integer,
    invoice_id uuid,
    settled_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, contract_id, month),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
  );
  SELECT protect_tenant_table('settled_months');

  -- Charges that wait for the next invoice.
  CREATE TABLE pending_charges (
    tenant_id uuid NOT NULL REFERENCES tenants,
    id uuid NOT NULL,
    kind text NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    amount_yen bigint NOT NULL CHECK (amount_yen > 0),
    tax_category text NOT NULL,
    text text,
    basis jsonb NOT NULL,
    added_at timestamptz NOT NULL,
    invoice_id uuid,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
  );
  SELECT protect_tenant_table('pending_charges');
`;

const creditNotes = `
  -- 適格返還請求書: proposed by one, approved by another, then numbered and kept.
  CREATE TABLE credit_notes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('proposed', 'issued', 'declined')),
    reason text NOT NULL,
    amounts jsonb NOT NULL,
    total_yen bigint NOT NULL,
    groups jsonb NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposed_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    number text UNIQUE,
    issued_on date,
    document_id uuid,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id),
    CHECK ((state = 'issued') = (number IS NOT NULL AND document_id IS NOT NULL AND issued_on IS NOT NULL))
  );
  CREATE INDEX credit_notes_invoice ON credit_notes (tenant_id, invoice_id);
  SELECT protect_tenant_table('credit_notes');
  REVOKE DELETE ON credit_notes FROM hikyaku_app, hikyaku_system;
`;

const runs = `
  CREATE TABLE billing_runs (
    month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    started_at timestamptz NOT NULL,
    started_by uuid
  );
  SELECT grant_system_table('billing_runs');

  -- One row for each tenant a run must look at: what is not done is found again after a crash.
  CREATE TABLE billing_run_tenants (
    tenant_id uuid NOT NULL REFERENCES tenants,
    month date NOT NULL REFERENCES billing_runs,
    outcome text CHECK (outcome IN ('invoiced', 'nothing', 'problem')),
    problem text,
    invoice_id uuid,
    done_at timestamptz,
    PRIMARY KEY (tenant_id, month),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
  );
  CREATE INDEX billing_run_tenants_open ON billing_run_tenants (month) WHERE outcome IS NULL OR outcome = 'problem';
  SELECT protect_tenant_table('billing_run_tenants');
`;
