import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Money of a tenant that came in; below zero where the bank took it back. */
export interface Receipt {
  readonly id: string;
  readonly kind: 'transfer' | 'debit';
  /** The transfer or the entry of a debit file. */
  readonly sourceId: string;
  readonly amount: Yen;
  readonly receivedOn: PlainDate;
  readonly at: Date;
}

/** What of a receipt, or of credit when it names none, paid an invoice; below zero where it was taken back. */
export interface PaidPart {
  readonly id: string;
  readonly receiptId: string | null;
  readonly invoiceId: string;
  readonly amount: Yen;
  readonly at: Date;
}

/** Receipts and what they paid; appended to and never changed. */
@Injectable()
export class Receipts {
  /** One at a time for each tenant, so that no yen is spent twice. */
  async lock(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('payments'), hashtext($1))`, [tenantId]);
  }

  async add(tx: Tx, tenantId: TenantId, receipt: Receipt): Promise<void> {
    const { id, kind, sourceId, amount, receivedOn, at } = receipt;
    await tx.execute(
      `INSERT INTO receipts (tenant_id, id, kind, source_id, amount, received_on, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, id, kind, sourceId, amount, receivedOn.toString(), at],
    );
  }

  async allocate(tx: Tx, tenantId: TenantId, part: PaidPart): Promise<void> {
    const { id, receiptId, invoiceId, amount, at } = part;
    await tx.execute(
      `INSERT INTO allocations (tenant_id, id, receipt_id, invoice_id, amount, at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tenantId, id, receiptId, invoiceId, amount, at],
    );
  }

  /** What came in and paid no invoice yet. */
  async unallocated(tx: Tx, tenantId: TenantId): Promise<number> {
    const [row] = await tx.query<{ amount: number }>(
      `SELECT (coalesce((SELECT sum(amount) FROM receipts WHERE tenant_id = $1), 0)
             - coalesce((SELECT sum(amount) FROM allocations WHERE tenant_id = $1), 0))::bigint AS amount`,
      [tenantId],
    );
    return row?.amount ?? 0;
  }

  /** Invoices on which something of this tenant's payments lies, with how much, the latest first. */
  paidInvoices(tx: Tx, tenantId: TenantId): Promise<{ invoiceId: string; amount: Yen }[]> {
    return tx.query(
      `SELECT invoice_id AS "invoiceId", sum(amount)::bigint AS amount FROM allocations WHERE tenant_id = $1
       GROUP BY invoice_id HAVING sum(amount) > 0 ORDER BY max(at) DESC, invoice_id DESC`,
      [tenantId],
    );
  }

  /** Everything that came in, newest first. */
  history(tx: Tx, tenantId: TenantId, limit: number): Promise<PastReceipt[]> {
    return tx.query(
      `SELECT r.id, r.kind, r.amount, r.received_on::text AS "receivedOn",
         ARRAY(SELECT a.invoice_id FROM allocations a WHERE a.tenant_id = r.tenant_id AND a.receipt_id = r.id
           ORDER BY a.invoice_id) AS "invoiceIds"
       FROM receipts r WHERE r.tenant_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT $2`,
      [tenantId, limit],
    );
  }
}

export interface PastReceipt {
  readonly id: string;
  readonly kind: Receipt['kind'];
  readonly amount: Yen;
  /** `2026-07-27` */
  readonly receivedOn: string;
  readonly invoiceIds: readonly string[];
}
