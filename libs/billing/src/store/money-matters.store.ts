import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** How much of what waits for a person of the provider. */
export interface MoneyMatters {
  /** Transfers of which nobody knows whose they are. */
  readonly transfers: number;
  /** Mandates asked for of late, or taken down and not sent to the bank. */
  readonly mandates: number;
  /** Invoices to be debited that are in no file yet. */
  readonly debitsToFile: number;
  /** Files that no bank has, while it still takes them, and those that it takes no more. */
  readonly debitFiles: number;
  readonly debitFilesLate: number;
  /** Files that the bank should have answered by now. */
  readonly debitResults: number;
  /** Debits whose result nobody knows. */
  readonly debitsUnclear: number;
  /** What one person proposed and another one decides, but for credit notes. */
  readonly decisions: number;
}

/** In the system's transaction. */
@Injectable()
export class MoneyMattersStore {
  /** @param answeredBy debits of this day and before should have been answered */
  async of(tx: Tx, now: Date, answeredBy: PlainDate): Promise<MoneyMatters> {
    const [row] = await tx.query<MoneyMatters>(
      `WITH unsent AS (SELECT closes_at <= $1 AS late FROM debit_files WHERE state IN ('prepared', 'confirmed'))
       SELECT (SELECT count(*) FROM transfers WHERE state = 'unmatched') AS transfers,
              (SELECT count(*) FROM mandates WHERE state = 'form-received'
                 OR (state = 'requested' AND requested_at > $1::timestamptz - interval '30 days')) AS mandates,
              (SELECT count(*) FROM invoices i WHERE i.state = 'issued' AND i.pay_by = 'direct-debit'
                 AND NOT EXISTS (SELECT FROM debit_entry_invoices d
                   JOIN debit_entries e ON e.tenant_id = d.tenant_id AND e.id = d.entry_id AND e.removed_at IS NULL
                   JOIN debit_files f ON f.id = e.file_id AND f.state = 'prepared'
                   WHERE d.tenant_id = i.tenant_id AND d.invoice_id = i.id)) AS "debitsToFile",
              (SELECT count(*) FROM unsent WHERE NOT late) AS "debitFiles",
              (SELECT count(*) FROM unsent WHERE late) AS "debitFilesLate",
              (SELECT count(*) FROM debit_files WHERE state = 'handed-over' AND debit_date <= $2) AS "debitResults",
              (SELECT count(*) FROM debit_entries WHERE outcome = 'unclear') AS "debitsUnclear",
              (SELECT count(*) FROM refunds WHERE state = 'proposed')
                + (SELECT count(*) FROM write_offs WHERE state = 'proposed')
                + (SELECT count(*) FROM bounce_charges WHERE state = 'proposed')
                + (SELECT count(*) FROM invoice_corrections WHERE state = 'proposed') AS decisions`,
      [now, answeredBy.toString()],
    );
    if (!row) throw new Error('counts always give one row');
    return row;
  }
}
