import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { EndpointsStore } from '../store/endpoints.store.js';
import { webhooksErrors } from '../webhooks.errors.js';

/** Removes an endpoint with its history. */
@Injectable()
export class RemoveEndpoint {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError webhooks.no-endpoint */
  async execute(tenantId: TenantId, id: string, actor: Actor): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.endpoints.remove(tx, tenantId, id))) throw webhooksErrors.noEndpoint();
      const subject = { kind: 'webhook', id };
      await this.audit.record(tx, { tenantId, actor, action: 'webhook.removed', subject });
    });
  }
}
