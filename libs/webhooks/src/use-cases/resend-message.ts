import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { sendMessageJob } from '../jobs/send-message.job.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { MessagesStore } from '../store/messages.store.js';
import { webhooksErrors } from '../webhooks.errors.js';

/** Sends a settled message once more, under the same id. */
@Injectable()
export class ResendMessage {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly messages: MessagesStore,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError webhooks.no-message, webhooks.still-trying, webhooks.switched-off */
  async execute(tenantId: TenantId, messageId: string): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const message = await this.messages.find(tx, tenantId, messageId);
      if (!message) throw webhooksErrors.noMessage();
      const endpoint = await this.endpoints.lock(tx, tenantId, message.endpointId);
      if (endpoint?.state !== 'on') throw webhooksErrors.switchedOff();
      if (message.state === 'waiting') throw webhooksErrors.notSettled();
      await this.messages.save(tx, tenantId, { ...message, state: 'waiting' });
      const { tries } = message;
      const key = `${messageId}-${tries}-again`;
      await this.outbox.add(tx, sendMessageJob, { tenantId, messageId, tries }, { key });
    });
  }
}
