import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** A person was removed and the address erased. */
@Injectable()
export class TellSubscriberRemoved {
  constructor(private readonly events: PublishEvent) {}

  async execute({
    tenantId,
    subscriberId,
  }: {
    tenantId: string;
    subscriberId: string;
  }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'subscriber.removed', () => ({ subscriberId }));
  }
}
