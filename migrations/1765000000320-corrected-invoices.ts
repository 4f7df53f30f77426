import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 訂正: an invoice that takes the place of a wrong one, and how two persons come to it. */
export class CorrectedInvoices1765000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The invoice, void now, whose place this one takes; written once, when it is issued. One stands for each.
      ALTER TABLE invoices ADD COLUMN corrects_invoice_id uuid,
        ADD FOREIGN KEY (tenant_id, corrects_invoice_id) REFERENCES invoices (tenant_id, id);
      CREATE UNIQUE INDEX invoices_corrects ON invoices (tenant_id, corrects_invoice_id)
        WHERE corrects_invoice_id IS NOT NULL;
      CREATE TRIGGER invoices_corrects_immutable BEFORE UPDATE ON invoices FOR EACH ROW
        WHEN (OLD.corrects_invoice_id IS DISTINCT FROM NEW.corrects_invoice_id) EXECUTE FUNCTION keep_invoice();

      -- What an operator wrote, in place of the name of the line's kind.
      ALTER TABLE invoice_lines ADD COLUMN text text;

      CREATE TABLE invoice_corrections (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'issued', 'declined')),
        reason text NOT NULL,
        lines jsonb NOT NULL,
        total_yen bigint NOT NULL CHECK (total_yen > 0),
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        new_invoice_id uuid,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
        FOREIGN KEY (tenant_id, new_invoice_id) REFERENCES invoices (tenant_id, id),
        CHECK ((state = 'issued') = (new_invoice_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX invoice_corrections_open ON invoice_corrections (tenant_id, invoice_id) WHERE state = 'proposed';
      SELECT protect_tenant_table('invoice_corrections');
      REVOKE DELETE ON invoice_corrections FROM hikyaku_app, hikyaku_system;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
