import { yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import type { CorrectedLine } from '../domain/invoice/corrected-lines.js';

export const correctionStates = ['proposed', 'issued', 'declined'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** 訂正 of an invoice, as one person proposed it and another decided. */
export interface InvoiceCorrection {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly invoiceId: string;
  readonly state: CorrectionState;
  readonly reason: string;
  readonly lines: readonly CorrectedLine[];
  /** Of the new invoice, with tax. */
  readonly total: Yen;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly newInvoiceId: string | null;
}

type Proposal = Omit<
  InvoiceCorrection,
  'tenantId' | 'state' | 'decidedAt' | 'decidedBy' | 'newInvoiceId'
>;
type Decision = Pick<InvoiceCorrection, 'state' | 'decidedAt' | 'decidedBy' | 'newInvoiceId'>;

const columns = `tenant_id AS "tenantId", id, invoice_id AS "invoiceId", state, reason, lines, total_yen AS total,
  proposed_at AS "proposedAt", proposed_by AS "proposedBy", decided_at AS "decidedAt", decided_by AS "decidedBy",
  new_invoice_id AS "newInvoiceId"`;

@Injectable()
export class InvoiceCorrectionsStore {
  /** @throws BusinessError billing.correction-pending */
  async propose(tx: Tx, tenantId: TenantId, proposal: Proposal): Promise<void> {
    const { id, invoiceId, reason, lines, total, proposedAt, proposedBy } = proposal;
    await tx
      .execute(
        `INSERT INTO invoice_corrections (tenant_id, id, invoice_id, state, reason, lines, total_yen, proposed_at, proposed_by)
         VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8)`,
        [tenantId, id, invoiceId, reason, JSON.stringify(lines), total, proposedAt, proposedBy],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? billingErrors.correctionPending() : error;
      });
  }

  async decide(tx: Tx, tenantId: TenantId, id: string, decision: Decision): Promise<void> {
    const { state, decidedAt, decidedBy, newInvoiceId } = decision;
    await tx.execute(
      `UPDATE invoice_corrections SET state = $3, decided_at = $4, decided_by = $5, new_invoice_id = $6
        WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, state, decidedAt, decidedBy, newInvoiceId],
    );
  }

  /** Locked, by its id alone; in the system's transaction. @throws BusinessError billing.correction-not-found */
  async lock(tx: Tx, id: string): Promise<InvoiceCorrection> {
    const [found] = await this.select(tx, 'id = $1 FOR UPDATE', [id]);
    if (!found) throw billingErrors.correctionNotFound();
    return found;
  }

  /** Of all tenants, newest first; in the system's transaction. */
  inState(tx: Tx, state: CorrectionState, limit: number): Promise<InvoiceCorrection[]> {
    return this.select(tx, 'state = $1 ORDER BY id DESC LIMIT $2', [state, limit]);
  }

  private async select(
    tx: Tx,
    where: string,
    parameters: readonly unknown[],
  ): Promise<InvoiceCorrection[]> {
    const rows = await tx.query<InvoiceCorrection>(
      `SELECT ${columns} FROM invoice_corrections WHERE ${where}`,
      parameters,
    );
    return rows.map((row) => ({ ...row, total: yen(row.total) }));
  }
}
