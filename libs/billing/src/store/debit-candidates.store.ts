import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DebitCandidate } from '../domain/debit/plan-debits.js';
import type { InvoiceState } from '../domain/invoice/invoice-moves.js';

interface Raw {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly number: string;
  readonly state: InvoiceState;
  readonly dueDate: string;
  readonly open: Yen;
  readonly mandateId: string | null;
  readonly customerNumber: string;
  readonly activeSince: string;
  readonly usedBefore: boolean;
  readonly replacesAnother: boolean;
}

/** What there is to debit. */
@Injectable()
export class DebitCandidates {
  /** Of all tenants, due by that day. In the system's transaction. */
  async dueBy(tx: Tx, day: PlainDate): Promise<DebitCandidate[]> {
    const rows = await tx.query<Raw>(
      `SELECT i.tenant_id AS "tenantId", i.id AS "invoiceId", i.number, i.state, i.due_date::text AS "dueDate",
         i.total_yen - i.paid_yen AS open, m.id AS "mandateId", lpad(m.customer_number::text, 20, '0') AS "customerNumber",
         m.active_since::text AS "activeSince",
         EXISTS (SELECT FROM debit_entries e JOIN debit_files f ON f.id = e.file_id
           WHERE e.tenant_id = m.tenant_id AND e.mandate_id = m.id AND e.removed_at IS NULL
             AND f.state IN ('handed-over', 'answered')) AS "usedBefore",
         EXISTS (SELECT FROM mandates r WHERE r.tenant_id = m.tenant_id AND r.state = 'replaced') AS "replacesAnother"
       FROM invoices i LEFT JOIN mandates m ON m.tenant_id = i.tenant_id AND m.state = 'active'
       WHERE (i.state = 'collection-failed' OR (i.state = 'issued' AND i.pay_by = 'direct-debit')) AND i.due_date <= $1
       ORDER BY i.due_date, i.number`,
      [day.toString()],
    );
    return rows.map(candidate);
  }

  /** The invoice says direct debit, but there will be none. */
  async payByTransfer(tx: Tx, tenantId: TenantId, invoiceId: string): Promise<void> {
    await tx.execute(`UPDATE invoices SET pay_by = 'transfer' WHERE tenant_id = $1 AND id = $2`, [
      tenantId,
      invoiceId,
    ]);
  }
}

const candidate = ({
  dueDate,
  open,
  mandateId,
  customerNumber,
  activeSince,
  usedBefore,
  replacesAnother,
  ...invoice
}: Raw): DebitCandidate => ({
  ...invoice,
  dueDate: PlainDate.from(dueDate),
  open: yen(open),
  mandate:
    mandateId === null
      ? null
      : {
          id: mandateId,
          customerNumber,
          activeSince: PlainDate.from(activeSince),
          usedBefore,
          replacesAnother,
        },
});
