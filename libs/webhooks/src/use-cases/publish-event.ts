import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '../domain/event-types.js';
import { sendMessageJob } from '../jobs/send-message.job.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { MessagesStore } from '../store/messages.store.js';

/** Puts an event on its way to every endpoint of the tenant that wants it. */
@Injectable()
export class PublishEvent {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly messages: MessagesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param read makes the event; called only when somebody wants it */
  async execute(
    tenantId: TenantId,
    type: WebhookEvent['type'],
    read: (tx: Tx) => WebhookEvent['data'] | Promise<WebhookEvent['data']>,
  ): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const wanting = await this.endpoints.wanting(tx, tenantId, type);
      if (wanting.length === 0) return;
      const data = await read(tx);
      for (const { id } of wanting) await this.within(tx, tenantId, id, { type, data });
    });
  }

  /** One event to one endpoint. Gives the id of the message. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    endpointId: string,
    { type, data }: WebhookEvent,
  ): Promise<string> {
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    const body = JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
    await this.messages.add(tx, tenantId, { id, endpointId, type, body, createdAt });
    await this.outbox.add(tx, sendMessageJob, { tenantId, messageId: id, tries: 0 });
    return id;
  }
}
