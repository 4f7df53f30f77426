import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** A campaign waits for an operator: too much of it comes back. */
@Injectable()
export class TellCampaignHeld {
  constructor(private readonly events: PublishEvent) {}

  async execute({ tenantId, campaignId }: { tenantId: string; campaignId: string }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'campaign.held', () => ({ campaignId }));
  }
}
