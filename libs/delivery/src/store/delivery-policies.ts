import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AfterCrash } from '../domain/mailing-content.js';

/** How a tenant wants its mails brought. */
export interface DeliveryPolicy {
  /** What becomes of mails of unknown fate. */
  readonly afterCrash: AfterCrash;
  /** Whether campaigns planned for a full or half hour start a few minutes later. */
  readonly avoidFullHours: boolean;
}

export interface VersionedPolicy extends DeliveryPolicy {
  /** 0 before anybody changed it. */
  readonly version: number;
}

const first: VersionedPolicy = { version: 0, afterCrash: 'hold', avoidFullHours: false };

@Injectable()
export class DeliveryPolicies {
  async get(tx: Tx, tenantId: TenantId): Promise<VersionedPolicy> {
    const [row] = await tx.query<VersionedPolicy>(
      `SELECT version, after_crash AS "afterCrash", avoid_full_hours AS "avoidFullHours"
       FROM delivery_policies WHERE tenant_id = $1`,
      [tenantId],
    );
    return row ?? first;
  }

  /** False when somebody else changed it since `known`. */
  async replace(
    tx: Tx,
    tenantId: TenantId,
    known: number,
    { afterCrash, avoidFullHours }: DeliveryPolicy,
  ): Promise<boolean> {
    const count = await tx.execute(
      `INSERT INTO delivery_policies (tenant_id, version, after_crash, avoid_full_hours)
       SELECT $1, 1, $3, $4 WHERE $2 = 0
         OR EXISTS (SELECT FROM delivery_policies WHERE tenant_id = $1 AND version = $2)
       ON CONFLICT (tenant_id) DO UPDATE
       SET version = delivery_policies.version + 1, after_crash = $3, avoid_full_hours = $4
       WHERE delivery_policies.version = $2`,
      [tenantId, known, afterCrash, avoidFullHours],
    );
    return count > 0;
  }
}
