import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ContractStage } from '../domain/contract-stage.js';
import { inForce } from './contracts.store.js';

/** Where the contracts of many tenants stand. */
@Injectable()
export class ContractStages {
  /** Of each tenant's contract in force, or else of the one that ended last. In the system's transaction. */
  async of(tx: Tx, tenantIds: readonly TenantId[]): Promise<Map<TenantId, ContractStage>> {
    const rows = await tx.query<{ tenantId: TenantId; stage: ContractStage }>(
      `SELECT DISTINCT ON (c.tenant_id) c.tenant_id AS "tenantId", c.stage FROM contracts c
       WHERE c.tenant_id = ANY($1) ORDER BY c.tenant_id, ${inForce} DESC, c.applied_at DESC, c.id DESC`,
      [tenantIds],
    );
    return new Map(rows.map(({ tenantId, stage }) => [tenantId, stage]));
  }
}
