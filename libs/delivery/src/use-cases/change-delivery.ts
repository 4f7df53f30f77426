import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { DeliveryPolicies } from '../store/delivery-policies.js';
import type { DeliveryPolicy, VersionedPolicy } from '../store/delivery-policies.js';

interface Change {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** What is left out stays as it is. */
  readonly policy: Partial<DeliveryPolicy>;
  /** The version the caller edited; whatever there is, when absent. */
  readonly edited?: number;
}

/** Replaces how a tenant wants its mails brought. Mailings under way keep what they were launched with. */
@Injectable()
export class ChangeDelivery {
  constructor(
    private readonly database: Database,
    private readonly policies: DeliveryPolicies,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError request.version-changed */
  execute({ tenantId, actor, policy, edited }: Change): Promise<VersionedPolicy> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { version, ...before } = await this.policies.get(tx, tenantId);
      const after = { ...before, ...policy };
      if (!(await this.policies.replace(tx, tenantId, edited ?? version, after)))
        throw httpErrors.versionChanged();
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'delivery-settings.changed',
        subject: { kind: 'tenant', id: tenantId },
        details: after,
      });
      return this.policies.get(tx, tenantId);
    });
  }
}
