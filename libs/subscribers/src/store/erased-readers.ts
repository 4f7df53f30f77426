import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Counts people whose address and fields were erased while the contract went on: they left, were removed, or asked for it. */
@Injectable()
export class ErasedReaders {
  /** In [from, until), by tenant. In the system's transaction. @clause §2.3 */
  between(tx: Tx, from: Date, until: Date): Promise<{ tenantId: TenantId; readers: number }[]> {
    return tx.query(
      `SELECT tenant_id AS "tenantId", count(*)::int AS readers FROM subscribers
        WHERE erased_at >= $1 AND erased_at < $2 GROUP BY tenant_id`,
      [from, until],
    );
  }
}
