import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

const entries = {
  debit:
    'SELECT DISTINCT tenant_id AS "tenantId" FROM debit_entries WHERE file_id = $1 AND removed_at IS NULL',
  refund: 'SELECT DISTINCT tenant_id AS "tenantId" FROM refunds WHERE file_id = $1',
} as const;

/** Whose accounts stand in files for the bank. System transactions only. */
@Injectable()
export class BankFileParties {
  async tenants(tx: Tx, kind: keyof typeof entries, fileId: string): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(entries[kind], [fileId]);
    return rows.map(({ tenantId }) => tenantId);
  }
}
