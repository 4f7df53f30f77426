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

/** Whom the provider owes money: a refund may be proposed. @decision D-06 */
@Injectable()
export class Credits {
  /** The largest first. In the system's transaction. */
  list(tx: Tx): Promise<TenantCredit[]> {
    return tx.query(
      `SELECT t.id AS "tenantId", t.name AS "tenantName", c.credit,
         (SELECT coalesce(sum(i.total_yen - i.paid_yen), 0)::bigint FROM invoices i WHERE i.tenant_id = t.id
           AND i.state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')) AS open
       FROM (
         SELECT tenant_id, sum(amount)::bigint AS credit FROM (
           SELECT tenant_id, amount FROM receipts
           UNION ALL SELECT tenant_id, total_yen FROM credit_notes WHERE state = 'issued'
           UNION ALL SELECT tenant_id, -amount FROM allocations
           UNION ALL SELECT tenant_id, -amount FROM refunds WHERE state <> 'rejected'
         ) moved GROUP BY tenant_id HAVING sum(amount) > 0
       ) c JOIN tenants t ON t.id = c.tenant_id ORDER BY c.credit DESC, t.id LIMIT 1000`,
    );
  }
}
