import type { TenantId, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dateOfMonth, monthOfDate } from './dates.js';

type RunOutcome = 'invoiced' | 'nothing' | 'problem';

export interface RunTenant {
  readonly tenantId: TenantId;
  readonly outcome: RunOutcome | null;
  /** Of a problem: its code and what it is about. */
  readonly problem: string | null;
  readonly invoiceId: string | null;
}

export interface RunProgress {
  readonly month: YearMonth;
  readonly startedAt: Date;
  readonly startedBy: string | null;
  readonly tenants: number;
  readonly invoiced: number;
  readonly nothing: number;
  readonly problems: number;
  readonly waiting: number;
  readonly invoicedYen: number;
}

type RawProgress = Omit<RunProgress, 'month'> & { month: string };

/** Billing runs and how far they are; in the system's transactions. */
@Injectable()
export class RunsStore {
  async open(tx: Tx, month: YearMonth, at: Date, by: string | null): Promise<void> {
    await tx.execute(
      'INSERT INTO billing_runs (month, started_at, started_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [dateOfMonth(month), at, by],
    );
  }

  async isOpen(tx: Tx, month: YearMonth): Promise<boolean> {
    const rows = await tx.query('SELECT FROM billing_runs WHERE month = $1', [dateOfMonth(month)]);
    return rows.length > 0;
  }

  async addTenants(tx: Tx, month: YearMonth, tenantIds: readonly TenantId[]): Promise<void> {
    await tx.execute(
      `INSERT INTO billing_run_tenants (tenant_id, month) SELECT t, $1 FROM unnest($2::uuid[]) AS u (t)
       ON CONFLICT DO NOTHING`,
      [dateOfMonth(month), tenantIds],
    );
  }

  /** Those a run has still to look at, or to look at again. */
  async unfinished(tx: Tx, month: YearMonth): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT tenant_id AS "tenantId" FROM billing_run_tenants
        WHERE month = $1 AND (outcome IS NULL OR outcome = 'problem') ORDER BY tenant_id`,
      [dateOfMonth(month)],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** Locks a tenant's place in a run; undefined where it has none, or is done. */
  async lock(tx: Tx, tenantId: TenantId, month: YearMonth): Promise<RunTenant | undefined> {
    const [row] = await tx.query<RunTenant>(
      `SELECT tenant_id AS "tenantId", outcome, problem, invoice_id AS "invoiceId" FROM billing_run_tenants
        WHERE tenant_id = $1 AND month = $2 AND (outcome IS NULL OR outcome = 'problem') FOR UPDATE`,
      [tenantId, dateOfMonth(month)],
    );
    return row;
  }

  async finish(
    tx: Tx,
    tenantId: TenantId,
    month: YearMonth,
    { outcome, problem, invoiceId }: Omit<RunTenant, 'tenantId'>,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `UPDATE billing_run_tenants SET outcome = $3, problem = $4, invoice_id = $5, done_at = $6
        WHERE tenant_id = $1 AND month = $2`,
      [tenantId, dateOfMonth(month), outcome, problem, invoiceId, at],
    );
  }

  /** Newest run first. */
  async progress(tx: Tx, month: YearMonth | null): Promise<RunProgress[]> {
    const rows = await tx.query<RawProgress>(
      `SELECT r.month::text, r.started_at AS "startedAt", r.started_by AS "startedBy", count(t.tenant_id) AS tenants,
         count(*) FILTER (WHERE t.outcome = 'invoiced') AS invoiced, count(*) FILTER (WHERE t.outcome = 'nothing') AS nothing,
         count(*) FILTER (WHERE t.outcome = 'problem') AS problems,
         count(t.tenant_id) FILTER (WHERE t.outcome IS NULL) AS waiting,
         coalesce(sum(i.total_yen), 0)::bigint AS "invoicedYen"
       FROM billing_runs r LEFT JOIN billing_run_tenants t ON t.month = r.month
         LEFT JOIN invoices i ON i.tenant_id = t.tenant_id AND i.id = t.invoice_id
       WHERE $1::date IS NULL OR r.month = $1 GROUP BY r.month ORDER BY r.month DESC LIMIT 60`,
      [month && dateOfMonth(month)],
    );
    return rows.map((row) => ({ ...row, month: monthOfDate(row.month) }));
  }

  /** The tenants of a run that a person must look at. */
  problems(tx: Tx, month: YearMonth): Promise<RunTenant[]> {
    return tx.query<RunTenant>(
      `SELECT tenant_id AS "tenantId", outcome, problem, invoice_id AS "invoiceId" FROM billing_run_tenants
        WHERE month = $1 AND outcome = 'problem' ORDER BY tenant_id`,
      [dateOfMonth(month)],
    );
  }
}
