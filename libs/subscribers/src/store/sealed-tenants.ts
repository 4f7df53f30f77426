import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What a process must know of the base before it may read readers. */
@Injectable()
export class SealedTenants {
  /** Rows in plain text wait to be sealed by `migrate`. */
  async isPlain(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ plain: boolean }>(
      `SELECT to_regproc('drop_plain_readers') IS NOT NULL AS plain`,
    );
    return row?.plain === true;
  }

  /** Tenants of whom something is sealed; in a transaction of the system. */
  async all(tx: Tx): Promise<TenantId[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM tenants t
        WHERE EXISTS (SELECT FROM subscribers s WHERE s.tenant_id = t.id AND s.address IS NOT NULL)`,
    );
    return rows.map(({ id }) => asTenantId(id));
  }
}
