import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** A person became a reader of a newsletter. */
@Injectable()
export class TellSubscriberJoined {
  constructor(private readonly events: PublishEvent) {}

  async execute({
    tenantId,
    subscriberId,
    newsletterId,
  }: {
    tenantId: string;
    subscriberId: string;
    newsletterId: string;
  }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'subscriber.joined', () => ({
      subscriberId,
      newsletterId,
    }));
  }
}
