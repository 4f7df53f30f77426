import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface SessionSpread {
  readonly tenantId: TenantId;
  /** The most networks that one member used since then. */
  readonly networks: number;
}

/** From how many networks one account is used at a time. @clause W12A-22 */
@Injectable()
export class SessionSpreads {
  /** Of each tenant whose members were seen since then; in a transaction of the system. */
  async since(tx: Tx, since: Date): Promise<SessionSpread[]> {
    const rows = await tx.query<{ tenantId: string; networks: number }>(
      `SELECT tenant_id AS "tenantId", max(networks)::int AS networks FROM (
         SELECT tenant_id, count(DISTINCT network) AS networks FROM sessions
         WHERE tenant_id IS NOT NULL AND seen_at >= $1 GROUP BY tenant_id, member_id) members
       GROUP BY tenant_id`,
      [since],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }
}
