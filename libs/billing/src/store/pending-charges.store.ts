import { yen } from '#lib/kernel';
import type { TenantId, YearMonth, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { LineKind } from '../domain/invoice/invoice-line.js';
import type { TaxCategory } from '../domain/tax/tax-rates.js';
import { dateOfMonth, monthOfDate } from './dates.js';

export interface PendingCharge {
  readonly id: string;
  readonly kind: LineKind;
  readonly month: YearMonth;
  readonly amount: Yen;
  readonly taxCategory: TaxCategory;
  readonly text: string | null;
}

type NewCharge = PendingCharge & { readonly basis: object; readonly addedAt: Date };

@Injectable()
export class PendingChargesStore {
  async insert(tx: Tx, tenantId: TenantId, charge: NewCharge): Promise<void> {
    await tx.execute(
      `INSERT INTO pending_charges (tenant_id, id, kind, month, amount_yen, tax_category, text, basis, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tenantId,
        charge.id,
        charge.kind,
        dateOfMonth(charge.month),
        charge.amount,
        charge.taxCategory,
        charge.text,
        JSON.stringify(charge.basis),
        charge.addedAt,
      ],
    );
  }

  /** Those on no invoice yet, oldest first. */
  async waiting(tx: Tx, tenantId: TenantId): Promise<PendingCharge[]> {
    const rows = await tx.query<Omit<PendingCharge, 'month'> & { month: string }>(
      `SELECT id, kind, month::text, amount_yen AS amount, tax_category AS "taxCategory", text FROM pending_charges
        WHERE tenant_id = $1 AND invoice_id IS NULL ORDER BY added_at, id FOR UPDATE`,
      [tenantId],
    );
    return rows.map((row) => ({ ...row, amount: yen(row.amount), month: monthOfDate(row.month) }));
  }

  /** In the system's transaction. */
  async tenantsWaiting(tx: Tx): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      'SELECT DISTINCT tenant_id AS "tenantId" FROM pending_charges WHERE invoice_id IS NULL',
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  async put(tx: Tx, tenantId: TenantId, ids: readonly string[], invoiceId: string): Promise<void> {
    await tx.execute(
      'UPDATE pending_charges SET invoice_id = $3 WHERE tenant_id = $1 AND id = ANY($2)',
      [tenantId, ids, invoiceId],
    );
  }
}
