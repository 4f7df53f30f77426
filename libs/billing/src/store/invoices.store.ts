import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import type { InvoiceState } from '../domain/invoice/invoice-moves.js';
import type { Advance } from '../domain/run/plan-run.js';
import { dateOfMonth, monthOfDate } from './dates.js';
import type { Invoice, InvoiceKind, NewInvoice } from './invoice.row.js';

type Raw = Omit<Invoice, 'issuedOn' | 'dueDate'> & { issuedOn: string; dueDate: string };

const columns = `tenant_id AS "tenantId", id, contract_id AS "contractId", key, kind, number, state, pay_by AS "payBy",
  issued_on::text AS "issuedOn", due_date::text AS "dueDate", recipient, issuer, totals, total_yen AS total,
  paid_yen AS paid, credited_yen AS credited, document_id AS "documentId", issued_at AS "issuedAt", paid_at AS "paidAt",
  void_at AS "voidAt", reason,
  (SELECT jsonb_build_object('id', o.id, 'number', o.number) FROM invoices o
    WHERE o.tenant_id = invoices.tenant_id AND o.id = invoices.corrects_invoice_id) AS corrects,
  (SELECT jsonb_build_object('id', n.id, 'number', n.number) FROM invoices n
    WHERE n.tenant_id = invoices.tenant_id AND n.corrects_invoice_id = invoices.id) AS "correctedBy"`;

export interface InvoiceChange {
  readonly state: InvoiceState;
  readonly paid: Yen;
  readonly credited: Yen;
  readonly paidAt: Date | null;
  readonly voidAt: Date | null;
  readonly reason: string | null;
}

type KeptAdvance = Advance & { readonly kind: InvoiceKind };

/** Issued invoices and their lines. */
@Injectable()
export class InvoicesStore {
  async insert(tx: Tx, tenantId: TenantId, invoice: NewInvoice): Promise<void> {
    const { totals } = invoice;
    await tx.execute(
      `INSERT INTO invoices (tenant_id, id, contract_id, key, kind, number, state, pay_by, issued_on, due_date, recipient,
         issuer, totals, tax_yen, total_yen, document_id, issued_at, corrects_invoice_id)
       VALUES ($1, $2, $3, $4, $5, $6, 'issued', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        tenantId,
        invoice.id,
        invoice.contractId,
        invoice.key,
        invoice.kind,
        invoice.number,
        invoice.payBy,
        invoice.issuedOn.toString(),
        invoice.dueDate.toString(),
        JSON.stringify(invoice.recipient),
        JSON.stringify(invoice.issuer),
        JSON.stringify(totals),
        totals.tax,
        invoice.total,
        invoice.documentId,
        invoice.issuedAt,
        invoice.corrects?.id ?? null,
      ],
    );
    const { lines } = invoice;
    await tx.execute(
      `INSERT INTO invoice_lines (tenant_id, invoice_id, line_no, kind, month, amount_yen, tax_category, detail, text)
       SELECT $1, $2, * FROM unnest($3::smallint[], $4::text[], $5::date[], $6::bigint[], $7::text[], $8::text[],
         $9::text[])`,
      [
        tenantId,
        invoice.id,
        lines.map((_, i) => i + 1),
        lines.map(({ kind }) => kind),
        lines.map(({ month }) => dateOfMonth(month)),
        lines.map(({ amount }) => amount),
        lines.map(({ taxCategory }) => taxCategory),
        lines.map(({ detail }) => detail),
        lines.map(({ text }) => text ?? null),
      ],
    );
  }

  /** One invoice; locked until the end of the transaction when `lock` says so. */
  async find(tx: Tx, tenantId: TenantId, id: string, lock = false): Promise<Invoice | undefined> {
    const [row] = await this.select(
      tx,
      `tenant_id = $1 AND id = $2`,
      [tenantId, id],
      lock ? 'FOR UPDATE' : '',
    );
    return row;
  }

  /** The one that stands for a key; voided ones do not. */
  async byKey(tx: Tx, tenantId: TenantId, key: string): Promise<Invoice | undefined> {
    const [row] = await this.select(tx, `tenant_id = $1 AND key = $2 AND state <> 'void'`, [
      tenantId,
      key,
    ]);
    return row;
  }

  /** All of a contract, oldest first. */
  ofContract(tx: Tx, tenantId: TenantId, contractId: string): Promise<Invoice[]> {
    return this.select(
      tx,
      'tenant_id = $1 AND contract_id = $2',
      [tenantId, contractId],
      'ORDER BY issued_at, number',
    );
  }

  /** Those on which money is owed, locked, the first to fall due first. */
  owed(tx: Tx, tenantId: TenantId): Promise<Invoice[]> {
    const open = `tenant_id = $1 AND state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')`;
    return this.select(tx, open, [tenantId], 'ORDER BY due_date, number FOR UPDATE');
  }

  /** Newest first, made before the one of that id, at most `limit`. */
  list(tx: Tx, tenantId: TenantId, before: string | null, limit: number): Promise<Invoice[]> {
    return this.select(
      tx,
      `tenant_id = $1 AND ($2::uuid IS NULL OR id < $2)`,
      [tenantId, before, limit],
      'ORDER BY id DESC LIMIT $3',
    );
  }

  /** Tenants of which an invoice was voided since; in the system's transaction. */
  async tenantsVoidedSince(tx: Tx, since: Date): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      'SELECT DISTINCT tenant_id AS "tenantId" FROM invoices WHERE void_at >= $1',
      [since],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  async update(tx: Tx, tenantId: TenantId, id: string, change: InvoiceChange): Promise<void> {
    await tx.execute(
      `UPDATE invoices SET state = $3, paid_yen = $4, credited_yen = $5, paid_at = $6, void_at = $7, reason = $8
        WHERE tenant_id = $1 AND id = $2`,
      [
        tenantId,
        id,
        change.state,
        change.paid,
        change.credited,
        change.paidAt,
        change.voidAt,
        change.reason,
      ],
    );
  }

  async lines(tx: Tx, tenantId: TenantId, id: string): Promise<InvoiceLine[]> {
    const rows = await tx.query<
      Omit<InvoiceLine, 'month' | 'text'> & { month: string; text: string | null }
    >(
      `SELECT kind, month::text, amount_yen AS amount, tax_category AS "taxCategory", detail, text
         FROM invoice_lines WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY line_no`,
      [tenantId, id],
    );
    return rows.map(({ text, ...row }) => ({
      ...row,
      ...(text !== null && { text }),
      amount: yen(row.amount),
      month: monthOfDate(row.month),
    }));
  }

  /** Months that were invoiced before they began, by invoices that stand. */
  async advances(tx: Tx, tenantId: TenantId, contractId: string): Promise<KeptAdvance[]> {
    const rows = await tx.query<Omit<KeptAdvance, 'month'> & { month: string }>(
      `SELECT l.month::text, l.amount_yen AS amount, i.id AS "invoiceId", i.kind,
         i.state IN ('issued', 'collection-failed') AND i.paid_yen = 0 AS voidable
       FROM invoices i JOIN invoice_lines l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
       WHERE i.tenant_id = $1 AND i.contract_id = $2 AND i.state <> 'void' AND l.kind = 'basic-fee'`,
      [tenantId, contractId],
    );
    return rows.map((row) => ({ ...row, month: monthOfDate(row.month), amount: yen(row.amount) }));
  }

  private async select(
    tx: Tx,
    where: string,
    parameters: readonly unknown[],
    rest = '',
  ): Promise<Invoice[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM invoices WHERE ${where} ${rest}`,
      parameters,
    );
    return rows.map((row) => ({
      ...row,
      issuedOn: PlainDate.from(row.issuedOn),
      dueDate: PlainDate.from(row.dueDate),
    }));
  }
}
