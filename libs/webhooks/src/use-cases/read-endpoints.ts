import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Endpoint, WebhookMessage } from '../domain/endpoint.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { MessagesStore } from '../store/messages.store.js';
import { webhooksErrors } from '../webhooks.errors.js';

/** Reads endpoints and the history of what they were told. */
@Injectable()
export class ReadEndpoints {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly messages: MessagesStore,
  ) {}

  all(tenantId: TenantId): Promise<Endpoint[]> {
    return this.database.inTenant(tenantId, (tx) => this.endpoints.all(tx, tenantId));
  }

  /** Newest first. @throws BusinessError webhooks.no-endpoint, request.bad-cursor */
  history(
    tenantId: TenantId,
    endpointId: string,
    { size, cursor }: { readonly size: number; readonly cursor?: string | undefined },
  ): Promise<PageOf<WebhookMessage>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.inTenant(tenantId, async (tx) => {
      const all = await this.endpoints.all(tx, tenantId);
      if (!all.some(({ id }) => id === endpointId)) throw webhooksErrors.noEndpoint();
      const found = await this.messages.page(tx, tenantId, endpointId, size, after);
      return pageOf(found, size, ({ createdAt, id }) => ({ sort: createdAt.toISOString(), id }));
    });
  }
}
