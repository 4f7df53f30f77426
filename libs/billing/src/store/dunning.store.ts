import type { PlainDate, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DunningStep } from '../domain/dunning/dunning.js';

/** A step that was taken for an invoice, and what became of its notice. */
export interface TakenStep {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  readonly step: DunningStep;
  readonly takenAt: Date;
  readonly noticeId: string | null;
  readonly arrivedAt: Date | null;
  readonly bouncedAt: Date | null;
}

const columns = `tenant_id AS "tenantId", invoice_id AS "invoiceId", step, taken_at AS "takenAt",
  notice_id AS "noticeId", arrived_at AS "arrivedAt", bounced_at AS "bouncedAt"`;

@Injectable()
export class DunningSteps {
  /** Tenants with an invoice whose due date lies before that day. In the system's transaction. */
  async overdueTenants(tx: Tx, today: PlainDate): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT DISTINCT i.tenant_id AS "tenantId" FROM invoices i
       LEFT JOIN accelerations a ON a.tenant_id = i.tenant_id AND a.contract_id = i.contract_id
         AND i.issued_on <= a.due_on
       WHERE i.state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')
         AND least(i.due_date, a.due_on) < $1 ORDER BY 1`,
      [today.toString()],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  ofInvoice(tx: Tx, tenantId: TenantId, invoiceId: string): Promise<TakenStep[]> {
    return tx.query(
      `SELECT ${columns} FROM dunning_steps WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY taken_at`,
      [tenantId, invoiceId],
    );
  }

  async add(
    tx: Tx,
    tenantId: TenantId,
    { invoiceId, step, takenAt, noticeId }: Omit<TakenStep, 'tenantId' | 'arrivedAt' | 'bouncedAt'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO dunning_steps (tenant_id, invoice_id, step, taken_at, notice_id) VALUES ($1, $2, $3, $4, $5)`,
      [tenantId, invoiceId, step, takenAt, noticeId],
    );
  }

  async byNotice(tx: Tx, tenantId: TenantId, noticeId: string): Promise<TakenStep | undefined> {
    const [step] = await tx.query<TakenStep>(
      `SELECT ${columns} FROM dunning_steps WHERE tenant_id = $1 AND notice_id = $2`,
      [tenantId, noticeId],
    );
    return step;
  }

  async arrived(tx: Tx, tenantId: TenantId, noticeId: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE dunning_steps SET arrived_at = $3 WHERE tenant_id = $1 AND notice_id = $2 AND arrived_at IS NULL',
      [tenantId, noticeId, at],
    );
  }

  /** It has not arrived; another notice takes its place, if there is one. */
  async bounced(
    tx: Tx,
    tenantId: TenantId,
    noticeId: string,
    { at, insteadId }: { at: Date; insteadId: string | null },
  ): Promise<void> {
    await tx.execute(
      `UPDATE dunning_steps SET bounced_at = $3, arrived_at = NULL, notice_id = coalesce($4, notice_id)
       WHERE tenant_id = $1 AND notice_id = $2`,
      [tenantId, noticeId, at, insteadId],
    );
  }
}
