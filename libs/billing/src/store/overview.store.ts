import type { YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dateOfMonth } from './dates.js';

/** Sums over all tenants, in yen with tax unless said otherwise. */
export interface Overview {
  readonly billedTenants: number;
  /** Of the month's invoices that stand. */
  readonly invoicedYen: number;
  readonly paidYen: number;
  readonly openYen: number;
  readonly overdueYen: number;
  readonly overdueTenants: number;
  /** Basic, monthly and option fees of the month, without tax. */
  readonly recurringYen: number;
  readonly creditNotesWaiting: number;
}

/** Figures for the provider's start page; in the system's transaction. */
@Injectable()
export class OverviewStore {
  /** @param today the day in Japan, `2026-07-31`: what is due before it is overdue */
  async of(tx: Tx, month: YearMonth, today: string): Promise<Overview> {
    const [row] = await tx.query<Overview>(
      `WITH standing AS (SELECT * FROM invoices WHERE state <> 'void'),
            issued AS (SELECT * FROM standing WHERE issued_on >= $1 AND issued_on < $1::date + interval '1 month'),
            owed AS (SELECT * FROM standing WHERE state IN ('issued', 'collecting', 'collection-failed', 'partially-paid'))
       SELECT (SELECT count(DISTINCT tenant_id) FROM issued) AS "billedTenants",
              (SELECT coalesce(sum(total_yen), 0)::bigint FROM issued) AS "invoicedYen",
              (SELECT coalesce(sum(paid_yen), 0)::bigint FROM issued) AS "paidYen",
              (SELECT coalesce(sum(total_yen - paid_yen), 0)::bigint FROM owed) AS "openYen",
              (SELECT coalesce(sum(total_yen - paid_yen), 0)::bigint FROM owed WHERE due_date < $2) AS "overdueYen",
              (SELECT count(DISTINCT tenant_id) FROM owed WHERE due_date < $2) AS "overdueTenants",
              (SELECT coalesce(sum(l.amount_yen), 0)::bigint FROM invoice_lines l
                 JOIN standing i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
                WHERE l.month = $1 AND l.kind IN ('basic-fee', 'true-up', 'monthly-fee', 'option')) AS "recurringYen",
              (SELECT count(*) FROM credit_notes WHERE state = 'proposed') AS "creditNotesWaiting"`,
      [dateOfMonth(month), today],
    );
    if (!row) throw new Error('sums always give one row');
    return row;
  }
}
