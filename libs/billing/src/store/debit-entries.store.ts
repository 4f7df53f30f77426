import { yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PlannedDebit } from '../domain/debit/plan-debits.js';
import { paymentsErrors } from '../payments.errors.js';

export type EntryOutcome = 'settled' | 'failed' | 'unclear';

/** One debit of a file. */
export interface FiledDebit {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly fileId: string;
  readonly mandateId: string;
  readonly customerNumber: string;
  readonly maskedAccount: string | null;
  readonly occasion: PlannedDebit['occasion'];
  readonly amount: Yen;
  readonly removedAt: Date | null;
  readonly resultCode: string | null;
  readonly outcome: EntryOutcome | null;
  readonly invoices: readonly { readonly id: string; readonly amount: Yen }[];
}

const select = `SELECT e.id, e.tenant_id AS "tenantId", e.file_id AS "fileId", e.mandate_id AS "mandateId",
    e.customer_number AS "customerNumber", m.masked_account AS "maskedAccount", e.occasion, e.amount, e.removed_at AS "removedAt",
    e.result_code AS "resultCode", e.outcome,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.invoice_id, 'amount', i.amount) ORDER BY i.invoice_id), '[]')
     FROM debit_entry_invoices i WHERE i.tenant_id = e.tenant_id AND i.entry_id = e.id) AS invoices
  FROM debit_entries e JOIN mandates m ON m.tenant_id = e.tenant_id AND m.id = e.mandate_id`;

@Injectable()
export class DebitEntries {
  async insert(
    tx: Tx,
    tenantId: TenantId,
    { id, fileId, debit }: { id: string; fileId: string; debit: PlannedDebit },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO debit_entries (tenant_id, id, file_id, mandate_id, customer_number, occasion, amount)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, id, fileId, debit.mandateId, debit.customerNumber, debit.occasion, debit.amount],
    );
    for (const invoice of debit.invoices)
      await tx.execute(
        `INSERT INTO debit_entry_invoices (tenant_id, entry_id, invoice_id, amount) VALUES ($1, $2, $3, $4)`,
        [tenantId, id, invoice.id, invoice.amount],
      );
  }

  /** In the order of the file, also those taken out of it. In the system's transaction. */
  ofFile(tx: Tx, fileId: string): Promise<FiledDebit[]> {
    return tx.query(`${select} WHERE e.file_id = $1 ORDER BY e.customer_number`, [fileId]);
  }

  /** Locks it. In the system's transaction. @throws BusinessError payments.debit-entry-not-found */
  async lock(tx: Tx, id: string): Promise<FiledDebit> {
    const [entry] = await tx.query<FiledDebit>(`${select} WHERE e.id = $1 FOR UPDATE OF e`, [id]);
    if (!entry) throw paymentsErrors.debitEntryNotFound();
    return entry;
  }

  /** Leaves only these invoices in it; none takes it out of the file. */
  async keepOnly(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    { invoiceIds, at }: { invoiceIds: readonly string[]; at: Date },
  ): Promise<void> {
    if (invoiceIds.length === 0) {
      await tx.execute(
        'UPDATE debit_entries SET removed_at = $3 WHERE tenant_id = $1 AND id = $2',
        [tenantId, id, at],
      );
      return;
    }
    await tx.execute(
      `DELETE FROM debit_entry_invoices WHERE tenant_id = $1 AND entry_id = $2 AND NOT invoice_id = ANY($3::uuid[])`,
      [tenantId, id, invoiceIds],
    );
    await tx.execute(
      `UPDATE debit_entries SET amount = (SELECT sum(amount) FROM debit_entry_invoices
         WHERE tenant_id = $1 AND entry_id = $2) WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
  }

  async answer(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    { code, outcome }: { code: string; outcome: EntryOutcome },
  ): Promise<void> {
    await tx.execute(
      'UPDATE debit_entries SET result_code = $3, outcome = $4 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, code, outcome],
    );
  }
}

/** What a file asks for, without what was taken out of it. */
export const remaining = (entries: readonly FiledDebit[]): FiledDebit[] =>
  entries.filter(({ removedAt }) => removedAt === null);

/** The sum of some debits. */
export const totalOf = (entries: readonly { readonly amount: Yen }[]): Yen =>
  yen(entries.reduce((sum, { amount }) => sum + amount, 0));
