import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { EndpointsStore } from '../store/endpoints.store.js';
import { webhooksErrors } from '../webhooks.errors.js';
import { PublishEvent } from './publish-event.js';

/** Sends an endpoint a message that says nothing, to see whether it arrives. */
@Injectable()
export class TestEndpoint {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly events: PublishEvent,
  ) {}

  /** Gives the id of the message. @throws BusinessError webhooks.no-endpoint, webhooks.switched-off */
  execute(tenantId: TenantId, id: string): Promise<string> {
    return this.database.inTenant(tenantId, async (tx) => {
      const endpoint = await this.endpoints.lock(tx, tenantId, id);
      if (!endpoint) throw webhooksErrors.noEndpoint();
      if (endpoint.state !== 'on') throw webhooksErrors.switchedOff();
      return this.events.within(tx, tenantId, id, { type: 'webhook.test', data: {} });
    });
  }
}
