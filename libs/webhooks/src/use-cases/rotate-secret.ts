import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { newSecret } from '../sign.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { webhooksErrors } from '../webhooks.errors.js';

/** Gives an endpoint another secret; the old one signs nothing from then on. */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError webhooks.no-endpoint */
  execute(tenantId: TenantId, id: string, actor: Actor): Promise<string> {
    const secret = newSecret();
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.endpoints.lock(tx, tenantId, id))) throw webhooksErrors.noEndpoint();
      await this.endpoints.setSecret(tx, tenantId, id, secret);
      const subject = { kind: 'webhook', id };
      await this.audit.record(tx, { tenantId, actor, action: 'webhook.secret-changed', subject });
      return secret;
    });
  }
}
