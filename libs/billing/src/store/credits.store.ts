import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface TenantCredit {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly credit: Yen;
  /** What is still open, due or not. */
  readonly open: Yen;
}

/** A tenant that was paid back what the bank then took away. */
export interface OwedBack {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly amount: Yen;
  /** The day of the latest reversal, `2026-07-31`. */
  readonly since: string;
}

/** What came in and went out beyond invoices, summed up by tenant. */
const moved = `(
  SELECT tenant_id, sum(amount)::bigint AS credit FROM (
    SELECT tenant_id, amount FROM receipts
    UNION ALL SELECT tenant_id, total_yen FROM credit_notes WHERE state = 'issued'
    UNION ALL SELECT tenant_id, -amount FROM allocations
    UNION ALL SELECT tenant_id, -amount FROM refunds WHERE state <> 'rejected'
  ) moved GROUP BY tenant_id
)`;

/** Whom the provider owes money: a refund may be proposed. @decision D-06 */
@Injectable()
export class Credits {
  /** The largest first. In the system's transaction. */
  list(tx: Tx): Promise<TenantCredit[]> {
    return tx.query(
      `SELECT t.id AS "tenantId", t.name AS "tenantName", c.credit,
         (SELECT coalesce(sum(i.total_yen - i.paid_yen), 0)::bigint FROM invoices i WHERE i.tenant_id = t.id
           AND i.state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')) AS open
       FROM ${moved} c JOIN tenants t ON t.id = c.tenant_id
       WHERE c.credit > 0 ORDER BY c.credit DESC, t.id LIMIT 1000`,
    );
  }

  /** Who owes what the bank reversed after it had been paid back; the largest first. In the system's transaction. */
  owedBack(tx: Tx): Promise<OwedBack[]> {
    return tx.query(
      `SELECT t.id AS "tenantId", t.name AS "tenantName", -c.credit AS amount,
         (SELECT max(r.received_on)::text FROM receipts r WHERE r.tenant_id = t.id AND r.amount < 0) AS since
       FROM ${moved} c JOIN tenants t ON t.id = c.tenant_id
       WHERE c.credit < 0 ORDER BY c.credit, t.id LIMIT 1000`,
    );
  }
}
