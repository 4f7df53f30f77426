import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface PastSuspension {
  readonly id: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string;
  readonly resumptionAskedAt: Date | null;
}

@Injectable()
export class SuspensionsStore {
  async begin(
    tx: Tx,
    tenantId: TenantId,
    suspension: { id: string; contractId: string; from: Date; reason: string },
  ): Promise<void> {
    const { id, contractId, from, reason } = suspension;
    await tx.execute(
      'INSERT INTO contract_suspensions (tenant_id, id, contract_id, from_at, reason) VALUES ($1, $2, $3, $4, $5)',
      [tenantId, id, contractId, from, reason],
    );
  }

  /** Ends the running one. */
  async end(tx: Tx, tenantId: TenantId, contractId: string, until: Date): Promise<void> {
    await tx.execute(
      'UPDATE contract_suspensions SET until_at = $3 WHERE tenant_id = $1 AND contract_id = $2 AND until_at IS NULL',
      [tenantId, contractId, until],
    );
  }

  /** Notes the tenant's request; the first one counts. */
  async askForResumption(tx: Tx, tenantId: TenantId, contractId: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE contract_suspensions SET resumption_asked_at = coalesce(resumption_asked_at, $3)
       WHERE tenant_id = $1 AND contract_id = $2 AND until_at IS NULL`,
      [tenantId, contractId, at],
    );
  }

  /** The operator did not grant it: the tenant may ask anew. Gives whether it had asked. */
  async declineResumption(tx: Tx, tenantId: TenantId, contractId: string): Promise<boolean> {
    const count = await tx.execute(
      `UPDATE contract_suspensions SET resumption_asked_at = NULL
       WHERE tenant_id = $1 AND contract_id = $2 AND until_at IS NULL AND resumption_asked_at IS NOT NULL`,
      [tenantId, contractId],
    );
    return count > 0;
  }

  /** Suspended tenants that ask to be served again. In the system's transaction. */
  async asked(tx: Tx): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT s.tenant_id AS "tenantId" FROM contract_suspensions s
       JOIN contracts c ON c.tenant_id = s.tenant_id AND c.id = s.contract_id AND c.stage = 'suspended'
       WHERE s.until_at IS NULL AND s.resumption_asked_at IS NOT NULL ORDER BY s.resumption_asked_at LIMIT 500`,
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** In order. */
  of(tx: Tx, tenantId: TenantId, contractId: string): Promise<PastSuspension[]> {
    return tx.query<PastSuspension>(
      `SELECT id, from_at AS "from", until_at AS "until", reason, resumption_asked_at AS "resumptionAskedAt"
       FROM contract_suspensions WHERE tenant_id = $1 AND contract_id = $2 ORDER BY from_at`,
      [tenantId, contractId],
    );
  }
}
