import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DunningStep } from '../domain/dunning/dunning.js';
import type { InvoiceState } from '../domain/invoice/invoice-moves.js';

export interface OverdueInvoice {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly invoiceId: string;
  readonly number: string;
  readonly state: InvoiceState;
  readonly open: Yen;
  /** `2026-07-27`, as the end of the contract may have brought it forward. */
  readonly dueDate: string;
  readonly steps: readonly {
    readonly step: DunningStep;
    readonly takenAt: string;
    readonly noticeId: string | null;
    readonly arrivedAt: string | null;
    readonly bouncedAt: string | null;
  }[];
}

/** Who owes what since when, over all tenants. */
@Injectable()
export class ArrearsList {
  /** The longest overdue first. In the system's transaction. */
  list(tx: Tx, today: string): Promise<OverdueInvoice[]> {
    return tx.query(
      `SELECT i.tenant_id AS "tenantId", t.name AS "tenantName", i.id AS "invoiceId", i.number, i.state,
         i.total_yen - i.paid_yen AS open, least(i.due_date, a.due_on)::text AS "dueDate",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('step', d.step, 'takenAt', d.taken_at, 'noticeId', d.notice_id,
            'arrivedAt', d.arrived_at, 'bouncedAt', d.bounced_at) ORDER BY d.taken_at), '[]')
          FROM dunning_steps d WHERE d.tenant_id = i.tenant_id AND d.invoice_id = i.id) AS steps
       FROM invoices i JOIN tenants t ON t.id = i.tenant_id
       LEFT JOIN accelerations a ON a.tenant_id = i.tenant_id AND a.contract_id = i.contract_id AND i.issued_on <= a.due_on
       WHERE i.state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')
         AND least(i.due_date, a.due_on) < $1::date
       ORDER BY least(i.due_date, a.due_on), i.number LIMIT 1000`,
      [today],
    );
  }
}
