import type { TenantId, Texts } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';

export interface Interruption {
  readonly id: string;
  /** 1 to 9, the numbers of the clause. @clause W13.1 */
  readonly reason: number;
  readonly everybody: boolean;
  readonly sending: boolean;
  readonly forms: boolean;
  readonly from: Date;
  /** Null while its end is not known. */
  readonly until: Date | null;
  readonly announcement: Texts;
  readonly announcedAt: Date;
}

const columns = `i.id, i.reason, i.everybody, i.sending, i.forms, i.from_at AS "from", i.until_at AS "until",
  i.announcement, i.announced_at AS "announcedAt"`;

@Injectable()
export class InterruptionsStore {
  /** In the system's transaction. @throws BusinessError contracts.unknown-tenants */
  async insert(tx: Tx, interruption: Interruption, tenantIds: readonly string[]): Promise<void> {
    const i = interruption;
    await tx.execute(
      `INSERT INTO service_interruptions (id, reason, everybody, sending, forms, from_at, until_at, announcement, announced_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        i.id,
        i.reason,
        i.everybody,
        i.sending,
        i.forms,
        i.from,
        i.until,
        JSON.stringify(i.announcement),
        i.announcedAt,
      ],
    );
    const named = await tx.execute(
      `INSERT INTO interrupted_tenants (tenant_id, interruption_id) SELECT id, $1 FROM tenants WHERE id = ANY($2)`,
      [i.id, tenantIds],
    );
    if (named !== new Set(tenantIds).size)
      throw contractsErrors.unknownTenants({ field: 'tenantIds' });
  }

  /** Newest first. In the system's transaction. */
  list(tx: Tx): Promise<(Interruption & { tenantIds: TenantId[] })[]> {
    return tx.query(
      `SELECT ${columns}, ARRAY(SELECT t.tenant_id FROM interrupted_tenants t WHERE t.interruption_id = i.id) AS "tenantIds"
       FROM service_interruptions i ORDER BY i.from_at DESC, i.id DESC LIMIT 200`,
    );
  }

  /** Those of a tenant that last or are to come. */
  of(tx: Tx, tenantId: TenantId, at: Date): Promise<Interruption[]> {
    return tx.query<Interruption>(
      `SELECT ${columns} FROM service_interruptions i
       WHERE (i.until_at IS NULL OR i.until_at > $2)
         AND (i.everybody OR EXISTS (SELECT FROM interrupted_tenants t WHERE t.tenant_id = $1 AND t.interruption_id = i.id))
       ORDER BY i.from_at`,
      [tenantId, at],
    );
  }

  /** Ends one that lasts or is to come. @throws BusinessError contracts.interruption-not-found */
  async end(tx: Tx, id: string, at: Date): Promise<void> {
    const count = await tx.execute(
      `UPDATE service_interruptions SET until_at = greatest(from_at, $2)
       WHERE id = $1 AND (until_at IS NULL OR until_at > greatest(from_at, $2))`,
      [id, at],
    );
    if (count === 0) throw contractsErrors.interruptionNotFound();
  }

  /** Tenants it concerns. In the system's transaction. */
  async concerned(tx: Tx, id: string): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT DISTINCT c.tenant_id AS "tenantId" FROM contracts c
       WHERE c.stage IN ('start-notified', 'active', 'suspended') AND (
         (SELECT everybody FROM service_interruptions WHERE id = $1)
         OR EXISTS (SELECT FROM interrupted_tenants t WHERE t.tenant_id = c.tenant_id AND t.interruption_id = $1))
       ORDER BY c.tenant_id`,
      [id],
    );
    return rows.map(({ tenantId }) => tenantId);
  }
}
