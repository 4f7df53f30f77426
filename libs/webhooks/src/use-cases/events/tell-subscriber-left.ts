import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** A person left a newsletter. */
@Injectable()
export class TellSubscriberLeft {
  constructor(private readonly events: PublishEvent) {}

  async execute({
    tenantId,
    subscriberId,
    newsletterId,
    campaignId,
  }: {
    tenantId: string;
    subscriberId: string;
    newsletterId: string;
    campaignId: string | null;
  }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'subscriber.left', () => ({
      subscriberId,
      newsletterId,
      campaignId,
    }));
  }
}
