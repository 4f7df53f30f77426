import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { TenantsStore } from '../store/tenants.store.js';

/** Takes back all that was lent to a tenant: nobody signs in for it any more, no key of it opens anything. @clause W8.2 */
@Injectable()
export class CloseTenant {
  constructor(
    private readonly tenants: TenantsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, { tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<void> {
    await this.tenants.close(tx, tenantId, this.clock.now());
    const subject = { kind: 'tenant', id: tenantId };
    await this.audit.record(tx, { tenantId, actor, action: 'tenant.closed', subject });
  }
}
