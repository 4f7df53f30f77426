import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dateOfMonth, monthOfDate } from './dates.js';
import type { SettledMonth } from './invoice.row.js';

/** Which months of a contract have been settled, and the charges that wait for an invoice. */
@Injectable()
export class SettledMonthsStore {
  /** Makes everybody else wait who decides about a tenant's months: two runs, or a run and the end of the contract. */
  async lock(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('billing.months'), hashtext($1))`, [
      tenantId,
    ]);
  }

  async insert(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    months: readonly SettledMonth[],
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO settled_months (tenant_id, contract_id, month, outcome, peak, invoice_id, settled_at)
       SELECT $1, $2, m, o, p, i, $7 FROM unnest($3::date[], $4::text[], $5::integer[], $6::uuid[]) AS s (m, o, p, i)`,
      [
        tenantId,
        contractId,
        months.map(({ month }) => dateOfMonth(month)),
        months.map(({ outcome }) => outcome),
        months.map(({ peak }) => peak),
        months.map(({ invoiceId }) => invoiceId),
        at,
      ],
    );
  }

  async ofContract(tx: Tx, tenantId: TenantId, contractId: string): Promise<SettledMonth[]> {
    const rows = await tx.query<Omit<SettledMonth, 'month'> & { month: string }>(
      `SELECT month::text, outcome, peak, invoice_id AS "invoiceId" FROM settled_months
        WHERE tenant_id = $1 AND contract_id = $2 ORDER BY month`,
      [tenantId, contractId],
    );
    return rows.map((row) => ({ ...row, month: monthOfDate(row.month) }));
  }

  /** What one invoice had settled, and its charges, are from now on another's that takes its place. */
  async handOver(tx: Tx, tenantId: TenantId, from: string, to: string): Promise<void> {
    for (const table of ['settled_months', 'pending_charges'])
      await tx.execute(
        `UPDATE ${table} SET invoice_id = $3 WHERE tenant_id = $1 AND invoice_id = $2`,
        [tenantId, from, to],
      );
  }

  /** Takes back what an invoice had settled: the next run settles it anew. */
  async reopen(tx: Tx, tenantId: TenantId, invoiceId: string): Promise<void> {
    const of = [tenantId, invoiceId];
    await tx.execute('DELETE FROM settled_months WHERE tenant_id = $1 AND invoice_id = $2', of);
    await tx.execute(
      'UPDATE pending_charges SET invoice_id = NULL WHERE tenant_id = $1 AND invoice_id = $2',
      of,
    );
  }
}
