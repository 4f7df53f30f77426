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
  /** Whether opens and clicks are counted at all; a campaign may still leave them uncounted. */
  readonly tracking: boolean;
}

export interface VersionedPolicy extends DeliveryPolicy {
  /** 0 before anybody changed it. */
  readonly version: number;
}

const first: VersionedPolicy = {
  version: 0,
  afterCrash: 'hold',
  avoidFullHours: false,
  tracking: true,
};

@Injectable()
export class DeliveryPolicies {
  async get(tx: Tx, tenantId: TenantId): Promise<VersionedPolicy> {
    const [row] = await tx.query<VersionedPolicy>(
      `SELECT version, after_crash AS "afterCrash", avoid_full_hours AS "avoidFullHours",
         tracking
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
    { afterCrash, avoidFullHours, tracking }: DeliveryPolicy,
  ): Promise<boolean> {
    const count = await tx.execute(
      `INSERT INTO delivery_policies (tenant_id, version, after_crash, avoid_full_hours, tracking)
       SELECT $1, 1, $3, $4, $5 WHERE $2 = 0
         OR EXISTS (SELECT FROM delivery_policies WHERE tenant_id = $1 AND version = $2)
       ON CONFLICT (tenant_id) DO UPDATE
       SET version = delivery_policies.version + 1, after_crash = $3, avoid_full_hours = $4,
         tracking = $5
       WHERE delivery_policies.version = $2`,
      [tenantId, known, afterCrash, avoidFullHours, tracking],
    );
    return count > 0;
  }
}
