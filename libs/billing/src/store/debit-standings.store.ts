import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PrepaidInvoice } from '../domain/fees/prepaid-month.js';

/** Where the debit of an invoice stands: the last file it was put into decides. */
@Injectable()
export class DebitStandings {
  async of(tx: Tx, tenantId: TenantId, invoiceId: string): Promise<PrepaidInvoice['debit']> {
    const [row] = await tx.query<{ outcome: string | null; sentAt: Date | null }>(
      `SELECT e.outcome, f.handed_over_at AS "sentAt"
         FROM debit_entry_invoices i
         JOIN debit_entries e ON e.tenant_id = i.tenant_id AND e.id = i.entry_id AND e.removed_at IS NULL
         JOIN debit_files f ON f.id = e.file_id AND f.state <> 'cancelled'
        WHERE i.tenant_id = $1 AND i.invoice_id = $2 ORDER BY e.id DESC LIMIT 1`,
      [tenantId, invoiceId],
    );
    if (!row) return 'none';
    if (row.outcome === 'settled') return 'succeeded';
    if (row.outcome === 'failed') return 'failed';
    return row.sentAt ? 'file-sent' : 'in-file';
  }
}
