import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryPolicies } from '../store/delivery-policies.js';
import type { VersionedPolicy } from '../store/delivery-policies.js';

/** How a tenant wants its mails brought. */
@Injectable()
export class DeliverySettings {
  constructor(private readonly policies: DeliveryPolicies) {}

  get(tx: Tx, tenantId: TenantId): Promise<VersionedPolicy> {
    return this.policies.get(tx, tenantId);
  }
}
